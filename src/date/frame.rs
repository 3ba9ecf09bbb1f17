//! What a rule has read: numbers in named fields, for at most two dates.

use super::coded::{Coded, Grain, Kind};

/// Declares the fields once: the enum and the names that the rules use.
macro_rules! fields {
    ($($name:ident $field:ident,)*) => {
        /// A field of a frame; `rules.txt` uses the names in lower case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Field { $($name,)* }

        impl Field {
            const NAMES: &[(&str, Self)] = &[$((stringify!($field), Self::$name),)*];
        }
    };
}

fields! {
    Year year, YearTwo yeartwo, YearRel yearrel, YearPair yearpair, Era era,
    Month month, MonthRel monthrel, Day day, Mid mid, MidNext midnext, Dmy dmy, Ymd ymd, Dm dm,
    Weekday weekday, Shift shift, Rel rel, Unit unit, Ord ord, Feast feast,
    Season season, Quarter quarter, Half half, Decade decade, Century century, Millennium millennium,
    Clock clock, Hour hour, Minute minute, Part part, Night night,
    Count count, PlusHalf plushalf, Vague vague, LengthAdj lengthadj,
    Kind kind, Side side, Through through, Mod mod, ModNoun modnoun,
}

impl Field {
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|entry| entry.0 == name).map(|entry| entry.1)
    }
}

/// A set of fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fields(u64);

impl Fields {
    pub(super) const fn of(fields: &[Field]) -> Self {
        let (mut set, mut rest) = (0, fields);
        while let [field, others @ ..] = rest {
            set |= 1 << *field as u64;
            rest = others;
        }
        Self(set)
    }
}

/// The fields of one date; an unset field holds 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    set: Fields,
    numbers: [i32; Field::NAMES.len()],
}

impl Default for Slot {
    fn default() -> Self {
        Self { set: Fields::default(), numbers: [0; Field::NAMES.len()] }
    }
}

impl Slot {
    pub(super) fn get(&self, field: Field) -> Option<i32> {
        self.numbers.get(field as usize).copied().filter(|_| self.has(field))
    }

    /// What the code in a field stands for.
    pub(super) fn coded<T: Coded>(&self, field: Field) -> Option<T> {
        self.get(field).and_then(T::from_number)
    }

    /// The unit.
    pub(super) fn grain(&self) -> Option<Grain> {
        self.coded(Field::Unit)
    }

    /// What the expression is.
    pub(super) fn kind(&self) -> Kind {
        let otherwise = || if self.has(Field::LengthAdj) { Kind::Length } else { Kind::Date };
        self.coded(Field::Kind).unwrap_or_else(otherwise)
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.has_any(Fields::of(&[field]))
    }

    /// Whether one of the fields is set.
    pub(super) fn has_any(&self, fields: Fields) -> bool {
        self.set.0 & fields.0 != 0
    }

    pub(super) fn set(&mut self, field: Field, value: i32) {
        if let Some(place) = self.numbers.get_mut(field as usize) {
            *place = value;
            self.set.0 |= Fields::of(&[field]).0;
        }
    }

    pub(super) fn add(&mut self, field: Field, value: i32) {
        self.set(field, self.get(field).unwrap_or(0) + value);
    }

    /// Takes over what `other` has and this slot lacks.
    pub(super) fn inherit(&mut self, other: &Self, fields: &[Field]) {
        for field in fields {
            if let (false, Some(value)) = (self.has(*field), other.get(*field)) {
                self.set(*field, value);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.set == Fields::default()
    }
}

/// The fields of an expression: of its only or first date, and of its second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) slots: (Slot, Slot),
}

impl Frame {
    /// The only date, or the first.
    pub(super) fn first(&self) -> &Slot {
        &self.slots.0
    }

    /// The second date of a range.
    pub(super) fn second(&self) -> &Slot {
        &self.slots.1
    }

    pub(super) fn slot_mut(&mut self, second: bool) -> &mut Slot {
        if second { &mut self.slots.1 } else { &mut self.slots.0 }
    }
}
