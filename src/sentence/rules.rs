//! Whether a sentence ends at a run of `.?!…`.

use super::abbreviations::{self, Ending, is_single};
use super::ahead::{Ahead, is_capitalised};
use super::context::{Context, Opened, Terminal};
use super::{Options, clause};
use crate::text::{ends_in_one, is_dash, is_quote};
use crate::token::{Token, TokenKind};

/// Tokens in a quotation up to which it is taken for a title.
const TITLE: usize = 8;

/// Whether the sentence of `context` ends with `terminal`, before what is `ahead`.
pub(super) fn ends(
    context: &Context<'_>,
    terminal: &Terminal,
    ahead: &Ahead<'_>,
    options: Option<&Options>,
) -> bool {
    if absorbs(context, ahead) || is_aside(context, terminal, ahead) {
        return false;
    }
    if !ahead.is_spaced && !lacks_space(context, terminal, ahead) {
        return false;
    }
    match ahead.first() {
        // Two commas stand for an opening quotation mark.
        ',' | ';' | ':' | ')' | ']' | '%' | '/' if ahead.mark != ",," => false,
        // The number of a footnote or source.
        '[' if ahead.word().starts_with(char::is_numeric) => false,
        c if is_dash(c) => before_dash(context, terminal, ahead, options),
        _ if ahead.is_lower() => {
            terminal.is_plain() && !ahead.is_mark() && follows_full_word(context, terminal)
        }
        _ => is_end(context, terminal, ahead, options),
    }
}

/// Whether the next token still belongs to the end: a further mark or what closes.
fn absorbs(context: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    let c = ahead.first();
    ahead.is_mark()
        && (matches!(c, '.' | '?' | '!' | '…' | ')' | ']')
            || (!ahead.is_spaced && is_quote(c) && !context.opens(ahead.token, c)))
}

/// Whether the run stands in a bracket or quotation that the sentence goes on behind.
fn is_aside(context: &Context<'_>, terminal: &Terminal, ahead: &Ahead<'_>) -> bool {
    if context.sentence.open_bracket.is_some_and(|opened| !opened.is_first()) && ahead.closes_bracket() {
        return true;
    }
    // Wystawa „Wyspiański. Nieznany” in the middle of a sentence.
    let is_title = |opened: Opened| opened.of_work && context.since(opened) <= TITLE;
    if terminal.is_plain() && context.sentence.open_quote.is_some_and(is_title) && ahead.closes_quote(TITLE) {
        return true;
    }
    // (…) stands for what was left out between two sentences.
    if terminal.bracket.is_some_and(|opened| !opened.is_first() && terminal.len < context.since(opened)) {
        return !ahead.is_starter();
    }
    // „Co za tydzień?” in the middle of a sentence is a title; a period stands outside of one.
    terminal.quote.is_some_and(|opened| {
        let is_short = context.since(opened) <= TITLE;
        !opened.is_first() && !opened.after_colon && terminal.is_loud && is_short && !ahead.is_starter()
    })
}

/// `– Nie wiem. – Ja też.` are two sentences, `– Nie wiem. – powiedział.` is one.
fn before_dash(
    context: &Context<'_>,
    terminal: &Terminal,
    ahead: &Ahead<'_>,
    options: Option<&Options>,
) -> bool {
    if !ahead.is_lower() {
        let could_end = terminal.quote.is_none() || ahead.is_starter();
        return could_end
            && (ahead.is_starter() || !is_dated(context, terminal, options))
            && is_end(context, terminal, ahead, options);
    }
    // A list item in small letters; an attribution has a verb right behind the dash.
    let is_item = abbreviations::opens_list_item(ahead.word()) || !clause::has_verb_near(ahead);
    is_item && terminal.is_plain() && !context.begins_with_dash() && follows_full_word(context, terminal)
}

/// `wyrok z 4 maja 2008 r. – Nowak przeciwko Polsce`: a dash behind an abbreviation, where nobody speaks.
fn is_dated(context: &Context<'_>, terminal: &Terminal, options: Option<&Options>) -> bool {
    let word = context.back(terminal.len).map_or("", |token| token.text(context.text));
    let ending = abbreviations::ending(word, options);
    terminal.is_plain() && !context.begins_with_dash() && ending == Ending::Often
}

/// `koniec.Potem`: a space was forgotten.
fn lacks_space(context: &Context<'_>, terminal: &Terminal, ahead: &Ahead<'_>) -> bool {
    let is_capitalised = |word: &str| {
        // An accent may stand apart from its letter.
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    terminal.is_plain() && is_capitalised(ahead.mark) && follows_full_word(context, terminal)
}

/// Endings of whole words: vowels, and endings of nouns and adjectives.
const WHOLE: &[&str] =
    &["a", "e", "i", "o", "u", "y", "ą", "ę", "ł", "ch", "ów", "em", "om", "ym", "im", "ść", "nek"];

/// Whether the word before the run is a whole one, by its letters, and not cut short.
///
/// Abbreviations break off before a vowel, so what ends in one (or in an ending of nouns) is whole.
fn follows_full_word(context: &Context<'_>, terminal: &Terminal) -> bool {
    let Some(word) = context.back(terminal.len).filter(|token| token.kind == TokenKind::Word) else {
        return false;
    };
    let word = word.text(context.text);
    let is_whole = ends_in_one(word, WHOLE);
    is_whole && word.chars().nth(3).is_some() && abbreviations::ending(word, None) == Ending::Always
}

/// Whether the run ends the sentence before something that could begin one.
fn is_end(context: &Context<'_>, terminal: &Terminal, ahead: &Ahead<'_>, options: Option<&Options>) -> bool {
    if !terminal.is_plain() {
        return true;
    }
    let Some(last) = context.back(terminal.len) else { return false };
    let word = last.text(context.text);
    match last.kind {
        TokenKind::Number => number_ends(context, terminal, word, ahead),
        TokenKind::Word => word_ends(context, terminal, word, ahead, options),
        _ => true,
    }
}

/// Whether a period behind a number ends the sentence, or makes an ordinal or the number of a list item.
fn number_ends(context: &Context<'_>, terminal: &Terminal, number: &str, ahead: &Ahead<'_>) -> bool {
    let is_short = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    if !is_short {
        return true;
    }
    let Some(before) = context.back(terminal.len + 1).map(|token| token.text(context.text)) else {
        return false;
    };
    // `1. Anna Lis, 2. Jan Kos`
    if before == "," && context.back(terminal.len + 2).is_some_and(|token| token.kind == TokenKind::Word) {
        return false;
    }
    if before == ":" {
        // `Należy: 1. Włączyć` counts items, `2:0. Gola` ends a score.
        return context.back(terminal.len + 2).is_some_and(|token| token.kind == TokenKind::Number);
    }
    if (abbreviations::is_decade(before) && number.ends_with('0'))
        || is_second_decade(context, terminal, before)
    {
        return !ahead.is_roman() && (ahead.is_starter() || clause::is_complete(context, terminal, ahead));
    }
    ahead.is_starter() || !(abbreviations::takes_ordinal(before) || abbreviations::has_ordinal(ahead.word()))
}

/// `lat 60. i 70.`
fn is_second_decade(context: &Context<'_>, terminal: &Terminal, before: &str) -> bool {
    let back = |back| context.back(terminal.len + back);
    matches!(before, "i" | "a" | "oraz" | "lub" | "-" | "–")
        && back(2).is_some_and(|token| token.text(context.text) == ".")
        && back(3).is_some_and(|token| token.kind == TokenKind::Number)
}

fn word_ends(
    context: &Context<'_>,
    terminal: &Terminal,
    word: &str,
    ahead: &Ahead<'_>,
    options: Option<&Options>,
) -> bool {
    let token = |back| context.back(terminal.len + back);
    let text = |back| token(back).map_or("", |token| token.text(context.text));
    if is_single(word) {
        if token(1).is_some_and(|before| is_unit(context, before, word)) {
            return true;
        }
        if word.starts_with(char::is_uppercase) {
            return ahead.is_starter() || is_last_letter(context, terminal, word, ahead.word());
        }
    }
    let is_counted = token(1).is_some_and(|before| before.kind == TokenKind::Number);
    match abbreviations::ending(word, options) {
        // `dr n. farm. Jan Lis`, `asp. sztab. Anna Lis`: a science or a rank, which may look like a whole word.
        _ if text(1) == "." && (text(2) == "n" || word == "sztab") => false,
        Ending::Always => true,
        Ending::Never if !(is_counted && abbreviations::is_counted(word)) => false,
        // `w gr. C`
        _ if abbreviations::takes_letter(word) && ahead.word().len() == 1 => false,
        // `140 km/godz.`, `30 m kw.`, `Lis, Kos i in.`
        _ if text(1) == "/" || (word == "kw" && is_length(text(1))) || (word == "in" && text(1) == "i") => {
            true
        }
        // `z 1 stycznia 2004 r. (Dz.U. nr 123)`
        _ if ahead.first() == '(' => false,
        Ending::Never | Ending::Rarely => ahead.is_starter() || quantity_ends(context, terminal, word, ahead),
        // `Minister: „Zapłacimy w br.” Lekarze …`
        Ending::Often if terminal.quote.is_some_and(|opened| opened.after_colon) => true,
        Ending::Often => ahead.is_starter() || clause::is_complete(context, terminal, ahead),
    }
}

/// Whether a letter is the sign of a unit (`12 t`, `60 W`, `5 mln l`, `50 zł za t`, `km/h`, `30 st. C`) or a direction
/// (`21° E`).
fn is_unit(context: &Context<'_>, before: Token, letter: &str) -> bool {
    let text = before.text(context.text);
    match before.kind {
        TokenKind::Number | TokenKind::Symbol => !matches!(letter, "r" | "w" | "o" | "a" | "i" | "z" | "k"),
        TokenKind::Word if text == "za" => matches!(letter, "t" | "l" | "m" | "g" | "h"),
        TokenKind::Word => letter.starts_with(char::is_lowercase) && is_thousands(text),
        _ => matches!(text, "/" | "′" | "″") || (letter == "C" && text == "."),
    }
}

fn is_thousands(word: &str) -> bool {
    matches!(word, "tys" | "mln" | "mld" | "bln")
}

fn is_length(word: &str) -> bool {
    matches!(word, "mm" | "cm" | "dm" | "m" | "km")
}

/// Whether a capital ends the sentence and is no initial: `witamina C`, `typy A i B`, `Karol I`, `skazano Marka K`.
fn is_last_letter(context: &Context<'_>, terminal: &Terminal, letter: &str, next: &str) -> bool {
    let back = |back| context.back(terminal.len + back).map_or("", |token| token.text(context.text));
    let is_capital = |word: &str| is_single(word) && word.starts_with(char::is_uppercase);
    // `w gr. C. Zagrają …`
    let is_shortened = back(1) == "." && abbreviations::takes_letter(back(2));
    let before = back(if is_shortened { 2 } else { 1 });
    let is_second = matches!(before, "i" | "oraz" | "lub" | "albo") && is_capital(back(2));
    // The first word of a sentence has its capital from there: `Wiceminister I. Nowak`.
    let is_name = is_capitalised(before) && context.len() > terminal.len + 2;
    // `napisał na X. Prezes …`
    let is_network = letter == "X" && before == "na";
    abbreviations::takes_letter(before)
        || is_second
        || is_network
        || (is_name && (matches!(letter, "I" | "V" | "X") || abbreviations::is_of_suspect(next)))
}

/// `wzrosły o 5 proc. Towarzystwo …` against `5 proc. Polaków`, `5 proc. PKB`.
fn quantity_ends(context: &Context<'_>, terminal: &Terminal, word: &str, ahead: &Ahead<'_>) -> bool {
    let back = |back| context.back(terminal.len + back);
    let text = |at| back(at).map_or("", |token| token.text(context.text));
    // `5 tys. szt.`
    let before = if text(1) == "." { text(2) } else { text(1) };
    let is_counted = back(1).is_some_and(|token| token.kind == TokenKind::Number)
        || is_thousands(before)
        || abbreviations::is_quantity(before);
    is_counted
        && !abbreviations::is_before_name(word)
        && (ahead.is_upper() || ahead.is_date())
        && !is_what_is_counted(word, ahead)
        && clause::is_whole(context, terminal, ahead)
}

/// Whether what is ahead is what the quantity before it is one of.
fn is_what_is_counted(quantity: &str, ahead: &Ahead<'_>) -> bool {
    let next = ahead.word();
    if ends_in_one(next, &["ów", "an", "jan", "ek", "ych", "ich"]) || abbreviations::is_scale(next) {
        return true;
    }
    // Of a unit that is whole in itself nothing is counted; `5 proc. GUS podał …` has a verb of its own.
    let is_acronym = next.chars().nth(1).is_some_and(char::is_uppercase);
    is_acronym
        && !abbreviations::is_counted(quantity)
        && (abbreviations::is_measured(next) || !clause::has_verb_ahead(ahead))
}
