//! Legal forms of companies: "Zielona Energia S.A.", "Kot sp. z o.o.". They belong to the name and inflect with nothing.

use super::{Traits, Words};
use crate::name::lists::LEGAL_FORMS;

/// Tokens of a legal form, at most: "s . k . a ."
const LONGEST: usize = 6;

/// Bytes of the first of them, at most, as in "sp.j" and "corp": most words are turned away by it.
const FIRST: usize = 4;

impl Words<'_> {
    /// Where the legal form ends that begins at a token.
    pub(in crate::name) fn legal_form_end(&self, start: usize) -> Option<usize> {
        self.tagged.token_span(start).filter(|first| first.len() <= FIRST)?;
        let forms = LEGAL_FORMS.get(&self.key(start).chars().next()?)?;
        forms.iter().find_map(|form| self.spell(start, form))
    }

    /// Where the legal form begins that ends before a token.
    pub(in crate::name) fn legal_form_start(&self, end: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|last| self.is_point(*last) || self.key(*last).len() < 4)?;
        (end.saturating_sub(LONGEST)..=last).find(|start| self.legal_form_end(*start) == Some(end))
    }

    /// Where the tokens from `start` on end that spell a legal form.
    fn spell(&self, start: usize, form: &str) -> Option<usize> {
        let (mut rest, mut end) = (form, start);
        while !rest.is_empty() {
            let key = Some(self.key(end)).filter(|key| !key.is_empty())?;
            rest = rest.strip_prefix(key)?;
            end += 1;
        }
        self.together(start, end - 1).then_some(end)
    }

    /// Takes the legal forms behind capitals out of what names begin with and are made of.
    pub(super) fn set_legal_forms_apart(&mut self) {
        let mut index = 0;
        while let Some(capital) = self.find(index, Traits::CAPITAL) {
            index = capital + 1;
            let behind_name = capital.checked_sub(1).is_some_and(|name| self.ends_name(name));
            let end = if behind_name { self.legal_form_end(capital) } else { None };
            let columns = end.and_then(|end| self.columns.get_mut(capital..end));
            for column in columns.into_iter().flatten() {
                column.traits.remove(Traits::CAPITAL);
            }
        }
    }

    /// Whether a name may end in a token: a capital, a number, a mark of quotation.
    fn ends_name(&self, index: usize) -> bool {
        self.has(index, Traits::CAPITAL)
            || self.closes_title(index)
            || self.text(index).bytes().all(|byte| byte.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_begins_with_a_short_word() {
        for form in LEGAL_FORMS.values().flatten() {
            assert!(form.split('.').next().is_some_and(|first| first.len() <= FIRST), "{form}");
        }
    }
}
