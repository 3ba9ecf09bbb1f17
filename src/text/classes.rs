//! What single characters are for in print.

/// White space. Besides Unicode's `White_Space` the four ASCII separators `U+001C..=U+001F`, which Python's
/// `str.split` and `str.isspace` treat as such.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// A character that ends a line: LF, CR, VT, FF, NEL and the Unicode line and paragraph separators.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// A mark that may open or close a quotation: `„ ” " « » ‚ ’ '` and their relatives. Apostrophes count, since
/// `‘tak’` is a quotation too.
///
/// ```
/// use depesza::text::is_quote;
/// assert!("„”\"«»‘’'".chars().all(is_quote));
/// ```
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '«' | '»' | '\u{2018}'..='\u{201f}' | '‹' | '›' | '〝'..='〟' | '\u{ff02}')
}

/// A quote or bracket that can only open: `„ ‚ « ( [ {` … A mark that some languages close with (`“`, `«`) counts as
/// opening only where Polish print never closes with it.
pub fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '„' | '‚' | '\u{201f}' | '\u{201b}' | '‹' | '«')
}

/// A quote or bracket that can only close: `” ’ » ) ] }`.
pub fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '”' | '’' | '›' | '»')
}

/// A dash or hyphen of any length, the minus sign too.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// A dash that joins the parts of a word: hyphen-minus, hyphen and non-breaking hyphen.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A mark that stands for an apostrophe inside a word: `'`, `’`, `ʼ`, and the accents typed in their place.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '\u{ff07}' | '\u{2032}')
}

/// A character that takes no room in print and belongs to the word it stands in: soft hyphen, zero-width space and
/// joiners, direction marks, word joiner, variation selectors, byte order mark.
pub fn is_invisible(c: char) -> bool {
    c >= '\u{ad}'
        && matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0001}'..='\u{e01ef}')
}

/// A combining mark: an accent of a decomposed letter.
pub fn is_mark(c: char) -> bool {
    c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}
