//! What the grammar and TIMEX3 call by a code. The fields of a frame hold its place in the list of codes.

/// What has a code.
pub(super) trait Coded: Copy + PartialEq + 'static {
    /// All that have a code, in the order of their numbers.
    const CODES: &'static [(Self, &'static str)];

    /// The one that a field holds.
    fn from_number(number: i32) -> Option<Self> {
        Self::CODES.get(usize::try_from(number).ok()?).map(|entry| entry.0)
    }

    /// The one with a code.
    fn from_code(code: &str) -> Option<Self> {
        Self::CODES.iter().find(|entry| entry.1 == code).map(|entry| entry.0)
    }

    fn code(self) -> &'static str {
        Self::CODES.iter().find(|entry| entry.0 == self).map_or("", |entry| entry.1)
    }

    /// What a field holds for a code.
    fn number_of(code: &str) -> Option<i32> {
        i32::try_from(Self::CODES.iter().position(|entry| entry.1 == code)?).ok()
    }
}

/// Declares an enum and its codes.
macro_rules! coded {
    ($(#[$doc:meta])* $type:ident { $($(#[$about:meta])* $name:ident $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum $type { $($(#[$about])* $name,)* }

        impl Coded for $type {
            const CODES: &'static [(Self, &'static str)] = &[$((Self::$name, $code),)*];
        }
    };
}

coded! {
    /// What an expression is.
    Kind {
        /// A place in the calendar.
        Date "date",
        /// A length of time.
        Length "length",
        /// A recurrence.
        Recurrence "recurrence",
        /// A length before or after the day of writing.
        Offset "offset",
        /// A length before or after the date named last.
        Anaphor "anaphor",
        Past "past",
        Present "present",
        Future "future",
        /// Words that only look like an expression.
        Nothing "nothing",
    }
}

coded! {
    /// The unit that a date or a length is counted in.
    Grain {
        Second "second",
        Minute "minute",
        Hour "hour",
        Day "day",
        Week "week",
        Weekend "weekend",
        Month "month",
        Quarter "quarter",
        Half "half",
        Year "year",
        Decade "decade",
        Century "century",
        Millennium "millennium",
    }
}
