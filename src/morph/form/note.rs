//! What a later stage works out of a form by itself, once for all articles.

use std::any::Any;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::atomic::{AtomicU32, Ordering};

use once_cell::race::OnceBox;

/// What may be kept with a form.
pub(crate) trait Keep: Any + Send + Sync + UnwindSafe + RefUnwindSafe {}

impl<T: Any + Send + Sync + UnwindSafe + RefUnwindSafe> Keep for T {}

/// The stages that note bits.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stage {
    /// 31 bits
    Names,
    /// 16 bits
    Dates,
    /// 14 bits
    Quotations,
}

/// Notes on a form, none of them made yet where nobody asked. The type of what is kept is known to the stage that keeps it
/// and to nobody above.
#[derive(Default)]
pub(in crate::morph) struct Note {
    names: AtomicU32,
    /// Of dates and quotations.
    others: AtomicU32,
    kept: OnceBox<Box<dyn Any + Send + Sync + UnwindSafe + RefUnwindSafe>>,
}

impl Note {
    /// The bits noted; `make` says what they are where nobody has asked before.
    #[inline]
    pub(in crate::morph) fn bits(&self, stage: Stage, make: impl FnOnce() -> u32) -> u32 {
        let (noted, shift, room) = match stage {
            Stage::Names => (&self.names, 0, 31),
            Stage::Dates => (&self.others, 0, 16),
            Stage::Quotations => (&self.others, 17, 14),
        };
        // The bit behind those of a stage tells a note of no bits from none.
        let done = 1 << room;
        let bits = noted.load(Ordering::Relaxed) >> shift;
        let bits = if bits & done == 0 { Self::first_bits(noted, shift, done, make) } else { bits };
        bits & (done - 1)
    }

    /// What is worked out once for each form stands apart from what is read for each form of every article.
    #[cold]
    fn first_bits(noted: &AtomicU32, shift: u32, done: u32, make: impl FnOnce() -> u32) -> u32 {
        let bits = make();
        noted.fetch_or((bits | done) << shift, Ordering::Relaxed);
        bits
    }

    /// What is kept, a default where nobody has asked before; `None` where something of another type is.
    pub(in crate::morph) fn kept<T: Keep + Default>(&self) -> Option<&T> {
        let kept: &dyn Any = &**self.kept.get_or_init(|| Box::new(Box::new(T::default())));
        kept.downcast_ref()
    }
}

/// The copy of a form is asked anew.
impl Clone for Note {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Note")
            .field("names", &self.names)
            .field("others", &self.others)
            .finish_non_exhaustive()
    }
}
