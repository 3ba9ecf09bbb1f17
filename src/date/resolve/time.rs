//! The time of day that the fields of a match tell.

use crate::date::frame::{Field, Slot};
use crate::date::value::TimeOfDay;

/// The time of day that the fields tell.
pub(super) fn time_of(slot: &Slot) -> Option<TimeOfDay> {
    let part: Option<TimeOfDay> = slot.coded(Field::Part);
    let hour_and_minute = match (slot.get(Field::Clock), slot.get(Field::Hour)) {
        (Some(clock), _) => Some((clock / 60, Some(clock % 60))),
        // "wpół do ósmej", "za pięć ósma"
        (None, Some(hour)) if slot.get(Field::Side) == Some(-1) => {
            Some((hour, slot.get(Field::Minute).map(|minute| -minute)))
        }
        (None, Some(hour)) => Some((hour, slot.get(Field::Minute))),
        (None, None) => None,
    };
    let Some((hour, minute)) = hour_and_minute else {
        return part;
    };
    // "8 wieczorem" is 20, "2 w nocy" is 2, "10 w nocy" is 22.
    let is_later = match part {
        Some(TimeOfDay::Afternoon | TimeOfDay::Evening) => hour < 12,
        Some(TimeOfDay::Night) => (6..12).contains(&hour),
        _ => false,
    };
    let hour = if is_later { hour + 12 } else { hour };
    let total = hour * 60 + minute.unwrap_or(0);
    let total = total.rem_euclid(24 * 60 + 1);
    let [hour, minutes] = [total / 60, total % 60].map(|n| u8::try_from(n).unwrap_or_default());
    Some(if minute.is_some() { TimeOfDay::Minute(hour, minutes) } else { TimeOfDay::Hour(hour) })
}

/// Whether it is a clock time before noon.
pub(super) fn is_morning(time: Option<TimeOfDay>) -> bool {
    matches!(time, Some(TimeOfDay::Hour(hour) | TimeOfDay::Minute(hour, _)) if hour < 12)
}
