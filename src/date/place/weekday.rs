//! Days of the week.

use super::Moment;
use crate::calendar::{Date, Weekday};
use crate::date::coded::Grain;
use crate::date::frame::{Field, Slot};
use crate::date::tense::Tense;

/// A day of the week by its number.
pub(super) fn of_weekday(number: u8, slot: &Slot, moment: &Moment) -> Option<Date> {
    let weekday = Weekday::from_number(number)?;
    // "tydzień temu w sobotę", "w środę za dwa tygodnie"
    if let Some((side, weeks)) = slot.get(Field::Side).zip(slot.get(Field::Count)) {
        return in_week(weekday, side.checked_mul(weeks)?, moment);
    }
    match slot.get(Field::Rel) {
        Some(rel) => told(weekday, rel, slot.grain() == Some(Grain::Week), moment),
        None => bare(weekday, moment),
    }
}

/// The day in the week that lies so many behind that of writing.
fn in_week(weekday: Weekday, weeks: i32, moment: &Moment) -> Option<Date> {
    moment.day.monday(weeks)?.add_days(i32::from(weekday.number()) - 1)
}

/// `zeszły wtorek` is the Tuesday of the week before, `ubiegły wtorek` the last one before today; `przyszły` that of the next
/// week, `najbliższy` the first one after today. `by_week` asks for the week where the words name it.
fn told(weekday: Weekday, rel: i32, by_week: bool, moment: &Moment) -> Option<Date> {
    match rel {
        _ if by_week || matches!(rel, -1..=1 | 3) => in_week(weekday, rel.signum(), moment),
        -2 => moment.day.add_days(-1)?.latest(weekday),
        _ => moment.day.add_days(1)?.next(weekday),
    }
}

/// A bare weekday follows the tense, and today counts.
fn bare(weekday: Weekday, moment: &Moment) -> Option<Date> {
    // "we wtorek krąży w sieci": yesterday is meant and not six days on.
    let far = match moment.tense {
        Tense::Past | Tense::Begun => return moment.day.latest(weekday),
        Tense::Near => 5,
        Tense::Present => 6,
        _ => 7,
    };
    let next = moment.day.next(weekday);
    next.filter(|next| next.ordinal() - moment.day.ordinal() < far).or_else(|| moment.day.latest(weekday))
}
