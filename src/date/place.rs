//! Where in the calendar the fields of a date lie, seen from one possible day of writing.

use super::frame::{Field, Frame, Slot};
use super::grammar::Grammar;
use super::length;
use super::tense::Tense;
use super::value::{Calendar, Season};
use crate::calendar::{Date, PartialDate, Weekday, days_in_month, shift_month};

/// One possible day of writing, and on which side of it the text leans.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) day: Date,
    /// The same as far as it is known: with the month alone, a day of that month gets its year.
    pub(super) known: PartialDate,
    pub(super) tense: Tense,
}

/// A stretch of the calendar: one unit, or from the first to the second.
pub(super) type Place = (Calendar, Option<Calendar>);

/// The place of a date; `None` when there is no such day.
pub(super) fn place(grammar: &Grammar, slot: &Slot, moment: &Moment) -> Option<Place> {
    if let Some(feast) = slot.get(Field::Feast) {
        return of_feast(grammar, feast, slot, moment);
    }
    if let Some(pair) = slot.get(Field::YearPair) {
        let year = i16::try_from(pair / 10_000).ok()?;
        if let Some(season) = slot.get(Field::Season).and_then(Season::from_number) {
            // "zima 2022/2023" carries the year of its start.
            return Some((Calendar::Season(Some(year), season), None));
        }
        return Some((Calendar::Year(Some(year)), Some(Calendar::Year(Some(year + 1)))));
    }
    one(slot, moment).map(|calendar| (calendar, None))
}

fn one(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let get = |field| slot.get(field);
    if let Some(packed) = get(Field::Dmy).or(get(Field::Ymd)) {
        return unpacked(packed, moment);
    }
    if let Some(packed) = get(Field::Dm) {
        let year = year(slot, moment)
            .unwrap_or_else(|| moment.year_of(small(packed / 100), Some(small(packed % 100))));
        return Date::new(year, small(packed / 100), small(packed % 100)).map(Calendar::Day);
    }
    if let Some(calendar) = before_christ(slot) {
        return Some(calendar);
    }
    if get(Field::Month).is_some() {
        return of_month(slot, moment);
    }
    if let Some(day) = get(Field::Day) {
        let (year, month) = match get(Field::MonthRel) {
            Some(months) => shift_month(moment.day.year(), moment.day.month(), months.signum())?,
            None => return Some(Calendar::DayOfMonth(small(day))),
        };
        return Date::new(year, month, small(day)).map(Calendar::Day);
    }
    if let Some(weekday) = get(Field::Weekday) {
        let weekday = Weekday::from_number(small(weekday))?;
        // "tydzień temu w sobotę", "w środę za dwa tygodnie"
        if let Some((side, weeks)) = get(Field::Side).zip(get(Field::Count)) {
            let monday = moment.day.monday(side.checked_mul(weeks)?)?;
            return monday.add_days(i32::from(weekday.number()) - 1).map(Calendar::Day);
        }
        return of_weekday(weekday, get(Field::Rel), get(Field::Unit) == Some(5), moment).map(Calendar::Day);
    }
    if let Some(days) = get(Field::Shift) {
        return moment.day.add_days(days).map(Calendar::Day);
    }
    if let Some(season) = get(Field::Season) {
        let season = Season::from_number(season)?;
        let begins_later =
            |year: &i16| Calendar::Season(Some(*year), season).days().is_some_and(|days| days.0 > moment.day);
        let named = year(slot, moment);
        // "tegoroczna zima" that is over began last year.
        let is_over =
            season == Season::Winter && get(Field::YearRel) == Some(0) && moment.tense == Tense::Past;
        let named = named.map(|year| if is_over && begins_later(&year) { year - 1 } else { year });
        let year = named.or_else(|| season_year(season, get(Field::Rel), moment))?;
        return Some(Calendar::Season(Some(year), season));
    }
    if let Some(quarter) = get(Field::Quarter).filter(|n| (1..=4).contains(n)) {
        let year = year(slot, moment).unwrap_or_else(|| moment.year_of_part(quarter, 3));
        return Some(Calendar::Quarter(Some(year), small(quarter)));
    }
    if let Some(half) = get(Field::Half).filter(|n| (1..=2).contains(n)) {
        let year = year(slot, moment).unwrap_or_else(|| moment.year_of_part(half, 6));
        return Some(Calendar::Half(Some(year), small(half)));
    }
    if let Some(months) = get(Field::MonthRel) {
        let (year, month) = shift_month(moment.day.year(), moment.day.month(), months.signum())?;
        if let Some(ord) = get(Field::Ord) {
            return nth(ord, slot, year, month);
        }
        return Some(Calendar::month(year, month));
    }
    of_era(slot, moment).or_else(|| of_unit(slot, moment))
}

/// Decades, centuries, millennia, years.
fn of_era(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let century = slot.get(Field::Century).filter(|n| (1..=30).contains(n));
    // "druga dekada XX wieku", "ostatnia dekada XIX wieku"
    if let (Some(century), Some(ord @ (-1 | 1..=10))) = (century, slot.get(Field::Ord)) {
        let decade = (century - 1) * 10 + if ord < 0 { 9 } else { ord - 1 };
        return u16::try_from(decade).ok().map(Calendar::Decade);
    }
    if let Some(decade) = slot.get(Field::Decade) {
        let decade = match (century, decade) {
            (_, 1000..) => decade / 10,
            (Some(century), _) => (century - 1) * 10 + decade / 10,
            // "lata 90." are the latest that there were: 1990s, but 2010s and 2020s.
            (None, _) => {
                let now = i32::from(moment.day.year()) / 10;
                let this_century = now / 10 * 10 + decade / 10;
                if this_century > now { this_century - 10 } else { this_century }
            }
        };
        return u16::try_from(decade).ok().map(Calendar::Decade);
    }
    if let Some(century) = century {
        return Some(Calendar::Century(small(century - 1)));
    }
    if let Some(millennium) = slot.get(Field::Millennium) {
        return Some(Calendar::Millennium(small(millennium - 1)));
    }
    year(slot, moment).map(|year| Calendar::Year(Some(year)))
}

fn before_christ(slot: &Slot) -> Option<Calendar> {
    slot.get(Field::Era)?;
    match (slot.get(Field::Year), slot.get(Field::Century)) {
        (Some(year), _) => u16::try_from(year).ok().map(Calendar::YearBc),
        (None, Some(century)) => Some(Calendar::CenturyBc(small(century - 1))),
        _ => None,
    }
}

/// The year that the words name: `2022 r.`, `ub.r.`.
fn year(slot: &Slot, moment: &Moment) -> Option<i16> {
    if let Some(two) = slot.get(Field::YearTwo) {
        return i16::try_from(in_full(two, moment)).ok();
    }
    match (slot.get(Field::Year), slot.get(Field::YearRel)) {
        (Some(year), _) => i16::try_from(year).ok().filter(|year| (1..=9999).contains(year)),
        // The year of the date named last, where none was named.
        (None, Some(4)) => Some(moment.day.year()),
        (None, Some(years)) => i16::try_from(i32::from(moment.day.year()) + years.signum()).ok(),
        _ => None,
    }
}

/// The year of two digits that is nearest and at most ten years ahead.
fn in_full(two: i32, moment: &Moment) -> i32 {
    let limit = i32::from(moment.day.year()) + 10;
    let year = two + limit / 100 * 100;
    if year > limit { year - 100 } else { year }
}

/// A packed year, month and day.
fn unpacked(packed: i32, moment: &Moment) -> Option<Calendar> {
    let (year, month, day) = (packed / 10_000, small(packed / 100 % 100), small(packed % 100));
    let year = if year < 100 { in_full(year, moment) } else { year };
    Date::new(i16::try_from(year).ok()?, month, day).map(Calendar::Day)
}

/// A month, a day in it, or its first Sunday, its last week.
fn of_month(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let month = small(slot.get(Field::Month)?);
    let day = slot.get(Field::Day).map(small);
    let known = year(slot, moment);
    let year = match (known, slot.get(Field::Rel)) {
        (Some(year), _) => year,
        (None, Some(rel)) if day.is_none() => moment.year_by_rel(month, rel),
        _ => {
            let likely = moment.year_of(month, day);
            let weekday = slot.get(Field::Weekday).zip(day);
            // "środa, 14 lutego": the weekday tells the year.
            let fits = |year: &i16| {
                weekday.is_none_or(|(weekday, day)| {
                    Date::new(*year, month, day)
                        .is_some_and(|date| i32::from(date.weekday().number()) == weekday)
                })
            };
            [likely, likely - 1, likely + 1].into_iter().find(fits).unwrap_or(likely)
        }
    };
    let ord = slot.get(Field::Ord);
    match (day, ord) {
        (Some(29), _) if month == 2 && known.is_none() && days_in_month(year, 2) < 29 => {
            Some(Calendar::DayOfYear(2, 29))
        }
        (Some(day), _) => Date::new(year, month, day).map(Calendar::Day),
        (None, Some(ord)) => nth(ord, slot, year, month),
        (None, None) => Some(Calendar::month(year, month)),
    }
}

/// The `ord`th weekday, day, week or weekend of a month; -1 is the last. A week belongs to the month that holds all of it.
fn nth(ord: i32, slot: &Slot, year: i16, month: u8) -> Option<Calendar> {
    let (first, last) = (Date::new(year, month, 1)?, Date::new(year, month, days_in_month(year, month))?);
    let nth = |weekday: Weekday| match ord {
        -1 => last.latest(weekday),
        _ => first.next(weekday)?.add_days(7 * (ord - 1)),
    };
    let within = |day: &Date| (first..=last).contains(day);
    if let Some(weekday) = slot.get(Field::Weekday) {
        return nth(Weekday::from_number(small(weekday))?).filter(within).map(Calendar::Day);
    }
    match slot.get(Field::Unit)? {
        4 if ord == -1 => Some(Calendar::Day(last)),
        4 => first.add_days(ord - 1).filter(within).map(Calendar::Day),
        5 if ord == -1 => Some(Calendar::Week(Some(last.latest(Weekday::Sunday)?.iso_week()))),
        5 => nth(Weekday::Monday).filter(within).map(|day| Calendar::Week(Some(day.iso_week()))),
        12 => nth(Weekday::Saturday).filter(within).map(|day| Calendar::Weekend(Some(day.iso_week()))),
        _ => None,
    }
}

/// `zeszły wtorek` is the Tuesday of the week before, `ubiegły wtorek` the last one before today; `przyszły` that of the next week,
/// `najbliższy` the first one after today. A bare weekday follows the tense, and today counts.
fn of_weekday(weekday: Weekday, rel: Option<i32>, by_week: bool, moment: &Moment) -> Option<Date> {
    let day = moment.day;
    let in_week = |weeks| day.monday(weeks)?.add_days(i32::from(weekday.number()) - 1);
    match rel {
        Some(rel) if by_week => in_week(rel.signum()),
        Some(rel @ (-1..=1 | 3)) => in_week(rel.signum()),
        Some(-2) => day.add_days(-1)?.latest(weekday),
        Some(_) => day.add_days(1)?.next(weekday),
        None if matches!(moment.tense, Tense::Past | Tense::Begun) => day.latest(weekday),
        None => {
            // "we wtorek krąży w sieci": yesterday is meant and not six days on.
            let far = match moment.tense {
                Tense::Near => 5,
                Tense::Present => 6,
                _ => 7,
            };
            day.next(weekday)
                .filter(|next| next.ordinal() - day.ordinal() < far)
                .or_else(|| day.latest(weekday))
        }
    }
}

/// The year of a season without one. Winter belongs to the year in which it begins.
fn season_year(season: Season, rel: Option<i32>, moment: &Moment) -> Option<i16> {
    let day = moment.day;
    let days = |year| Calendar::Season(Some(year), season).days();
    let years = [day.year() - 2, day.year() - 1, day.year(), day.year() + 1];
    let latest = |test: &dyn Fn((Date, Date)) -> bool| {
        years.into_iter().rev().find(|year| days(*year).is_some_and(test))
    };
    let first =
        |test: &dyn Fn((Date, Date)) -> bool| years.into_iter().find(|year| days(*year).is_some_and(test));
    match (rel, moment.tense) {
        (Some(i32::MIN..=-1), _) => latest(&|days| days.1 < day),
        (Some(1..), _) => first(&|days| days.0 > day),
        (None, Tense::Past | Tense::Begun) => latest(&|days| days.0 <= day),
        // "Tej zimy spadło mało śniegu": the one that is over, until another has begun.
        (Some(0), Tense::Past) if season == Season::Winter => latest(&|days| days.0 <= day),
        (None, Tense::Future | Tense::Alone) => first(&|days| days.1 >= day),
        _ if season == Season::Winter && day.month() <= 6 => Some(day.year() - 1),
        _ => Some(day.year()),
    }
}

/// `ubiegły tydzień`, `ten rok`, `przyszły weekend`, or a weekend that the tense places.
fn of_unit(slot: &Slot, moment: &Moment) -> Option<Calendar> {
    let day = moment.day;
    let rel = slot.get(Field::Rel);
    let unit = slot.get(Field::Unit)?;
    let steps = rel.map_or_else(|| nearest_edge(slot, unit, moment), i32::signum);
    let year = i32::from(day.year());
    let months = |unit: i32| {
        let part = i32::from(day.month() - 1) / unit + steps;
        let year = i16::try_from(year + part.div_euclid(12 / unit)).ok()?;
        Some((Some(year), small(part.rem_euclid(12 / unit) + 1)))
    };
    match unit {
        4 => day.add_days(steps).map(Calendar::Day),
        5 => Some(Calendar::Week(Some(day.monday(steps)?.iso_week()))),
        6 => months(1).map(|(year, month)| Calendar::Month(year, Some(month))),
        7 => months(3).map(|(year, quarter)| Calendar::Quarter(year, quarter)),
        8 => months(6).map(|(year, half)| Calendar::Half(year, half)),
        9 => i16::try_from(year + steps).ok().map(|year| Calendar::Year(Some(year))),
        10 => u16::try_from(year / 10 + steps).ok().map(Calendar::Decade),
        11 => Some(Calendar::Century(small(year / 100 + steps))),
        12 => {
            let is_weekend = day.weekday().number() >= 6;
            let weeks = match (rel, moment.tense) {
                (Some(2), _) => i32::from(is_weekend),
                (None, Tense::Past) if !is_weekend => -1,
                _ => steps,
            };
            Some(Calendar::Weekend(Some(day.monday(weeks)?.iso_week())))
        }
        13 => Some(Calendar::Millennium(small(year / 1000 + steps))),
        _ => None,
    }
}

/// "na początku roku" of what will be is the next one, "pod koniec roku" of what was the one before, unless it is that
/// time of the year or month.
fn nearest_edge(slot: &Slot, unit: i32, moment: &Moment) -> i32 {
    let (Some(month), done) = (moment.known.month(), moment.known.day()) else { return 0 };
    let passed = match unit {
        6 => done.map_or(50, |day| i32::from(day) * 3),
        9 => i32::from(month) * 8,
        _ => return 0,
    };
    match (slot.get(Field::ModNoun), moment.tense) {
        (Some(0), Tense::Future) if passed > 40 => 1,
        (Some(2), Tense::Past) if passed < 60 => -1,
        _ => 0,
    }
}

fn of_feast(grammar: &Grammar, feast: i32, slot: &Slot, moment: &Moment) -> Option<Place> {
    let days = grammar.feasts.get(usize::try_from(feast).ok()?)?;
    let in_year = |year: i16| days.first.in_year(year);
    let now = moment.known.year();
    let (first, last) = (moment.known.first_day(), moment.known.last_day());
    let year = match (year(slot, moment), slot.get(Field::Rel), moment.tense) {
        (Some(year), ..) => year,
        (None, Some(i32::MIN..=-1), _) => {
            if in_year(now)? >= first {
                now - 1
            } else {
                now
            }
        }
        (None, Some(1..), _) => {
            if in_year(now)? <= last {
                now + 1
            } else {
                now
            }
        }
        (None, None, Tense::Past) if in_year(now)? > last => now - 1,
        (None, None, Tense::Future | Tense::Alone)
            if days.last.unwrap_or(days.first).in_year(now)? < first =>
        {
            now + 1
        }
        // In the first days of January the feasts of December are those just past, and the other way round.
        (None, None, Tense::Unknown | Tense::Present) => {
            moment.year_of(in_year(now)?.month(), Some(in_year(now)?.day()))
        }
        _ => now,
    };
    if days.is_weekend {
        return long_weekend(in_year(year)?);
    }
    let first = Calendar::Day(in_year(year)?);
    if let Some(side) = slot.get(Field::Side) {
        // "dwa dni po Bożym Narodzeniu"
        let length = Frame { slots: (*slot, Slot::default()) };
        return length::offset(&length, side, first).map(|day| (day, None));
    }
    let last = days.last.and_then(|last| last.in_year(year)).map(Calendar::Day);
    Some((first, last))
}

/// A feast with the weekend beside it and the working day between them.
fn long_weekend(feast: Date) -> Option<Place> {
    let (before, behind) = match feast.weekday() {
        Weekday::Monday => (-2, 0),
        Weekday::Tuesday => (-3, 0),
        Weekday::Wednesday => (0, 0),
        Weekday::Thursday => (0, 3),
        Weekday::Friday => (0, 2),
        Weekday::Saturday => (0, 1),
        Weekday::Sunday => (-1, 0),
    };
    let (first, last) = (feast.add_days(before)?, feast.add_days(behind)?);
    Some((Calendar::Day(first), (first != last).then_some(Calendar::Day(last))))
}

impl Moment {
    /// The year of a month or day that is named without one: not after the day of writing in the past, not before it in the
    /// future, else the nearest. Of the day of writing only what is known counts.
    fn year_of(&self, month: u8, day: Option<u8>) -> i16 {
        let year = self.known.year();
        let Some(now) = self.known.month() else { return year };
        let days = day.zip(self.known.day());
        let order = month.cmp(&now).then(days.map_or(std::cmp::Ordering::Equal, |(day, now)| day.cmp(&now)));
        let ahead = i16::from(month) - i16::from(now);
        match self.tense {
            Tense::Past if order.is_gt() => year - 1,
            // "przed marcowym szczytem" of February is that of this year, whatever the verb.
            Tense::PastNear if ahead > 2 => year - 1,
            Tense::PastNear if ahead < -9 => year + 1,
            Tense::FutureNear if ahead < -2 => year + 1,
            Tense::FutureNear if ahead > 9 => year - 1,
            Tense::Begun if order.is_gt() && ahead > 3 => year - 1,
            Tense::Begun if order.is_lt() && ahead < -9 => year + 1,
            Tense::Future | Tense::Alone if order.is_lt() => year + 1,
            Tense::Unknown | Tense::Present if ahead > 6 => year - 1,
            Tense::Unknown | Tense::Present if ahead < -6 => year + 1,
            _ => year,
        }
    }

    /// The year of `zeszły maj`, `ten maj`, `przyszły maj`: the last one before, that of this year, the first one after.
    fn year_by_rel(&self, month: u8, rel: i32) -> i16 {
        let year = self.known.year();
        let now = self.known.month().unwrap_or(month);
        match rel {
            i32::MIN..=-1 if month >= now => year - 1,
            // "marzec po następnym"
            5 => self.year_by_rel(month, 1) + 1,
            1.. if month <= now => year + 1,
            _ => year,
        }
    }

    /// The year of a quarter or half (`part`, of so many months) that is named without one.
    fn year_of_part(&self, part: i32, months: i32) -> i16 {
        let year = self.known.year();
        let Some(now) = self.known.month() else { return year };
        let now = (i32::from(now) - 1) / months + 1;
        match self.tense {
            Tense::Past if part > now => year - 1,
            Tense::Future if part < now => year + 1,
            _ => year,
        }
    }
}

/// A small number of the fields; they come from word lists and two digits.
fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
