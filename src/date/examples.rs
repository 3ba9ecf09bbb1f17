//! Runs the examples that stand under the rules.

use crate::date;
use crate::text::rows;

/// `= text [expression] text | value | mod`; the value `-` says that there is none in the brackets.
fn check(line: &str) -> Result<(), String> {
    let mut columns = line.split('|').map(str::trim);
    let (Some(sentence), Some(value)) = (columns.next(), columns.next()) else {
        return Err(format!("no value: {line}"));
    };
    let (Some(start), Some(end)) = (sentence.find('['), sentence.find(']')) else {
        return Err(format!("no expression: {line}"));
    };
    let text = sentence.replace(['[', ']'], "");
    let found = date::find(&text, "2023-09-14".parse().ok());
    if value == "-" {
        let is_clear = found.iter().all(|timex| timex.span.end() <= start || timex.span.start() >= end - 1);
        return if is_clear { Ok(()) } else { Err(format!("{sentence}: found {found:?}")) };
    }
    let timex = found.iter().find(|timex| (timex.span.start(), timex.span.end()) == (start, end - 1));
    let got =
        timex.map(|timex| (timex.value.to_string(), timex.modifier.map(|modifier| modifier.to_string())));
    let expected = (value.to_owned(), columns.next().map(str::to_owned));
    if got.as_ref() == Some(&expected) {
        Ok(())
    } else {
        Err(format!("{sentence}: {expected:?}, found {found:?}"))
    }
}

#[test]
fn every_rule_has_an_example_that_holds() {
    let (_, rules) = include_str!("rules.txt").split_once("\n[rules]\n").unwrap();
    let (mut failures, mut rule) = (Vec::new(), None);
    for line in rows(rules) {
        match line.strip_prefix("= ") {
            Some(example) => {
                rule = None;
                failures.extend(check(example).err());
            }
            None => failures.extend(rule.replace(line).map(|rule| format!("no example: {rule}"))),
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_sets_have_room() {
    assert!(super::grammar::GRAMMAR.has_room());
}

#[test]
fn every_name_in_the_rules_is_known() {
    assert_eq!(super::grammar::GRAMMAR.unknown(), Vec::<String>::new());
}
