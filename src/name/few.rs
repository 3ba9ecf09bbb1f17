//! Lists that mostly hold one thing.

/// Things in order; one alone takes no allocation.
#[derive(Clone, Debug)]
pub(super) enum Few<T> {
    One(T),
    Some(Vec<T>),
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self::Some(Vec::new())
    }
}

impl<T> Few<T> {
    pub(super) const NONE: Self = Self::Some(Vec::new());

    /// With room for so many.
    pub(super) fn with_room(things: usize) -> Self {
        Self::Some(if things > 1 { Vec::with_capacity(things) } else { Vec::new() })
    }

    pub(super) fn push(&mut self, new: T) {
        match self {
            Self::Some(things) if things.capacity() == 0 => *self = Self::One(new),
            Self::Some(things) => things.push(new),
            Self::One(_) => {
                if let Self::One(first) = std::mem::take(self) {
                    *self = Self::Some(vec![first, new]);
                }
            }
        }
    }

    pub(super) fn as_slice(&self) -> &[T] {
        match self {
            Self::One(thing) => std::slice::from_ref(thing),
            Self::Some(things) => things,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.as_slice().len()
    }

    pub(super) fn first(&self) -> Option<&T> {
        self.as_slice().first()
    }

    pub(super) fn last(&self) -> Option<&T> {
        self.as_slice().last()
    }

    /// The one thing that there is; `None` where there are more or none.
    pub(super) fn only(&self) -> Option<&T> {
        if let [thing] = self.as_slice() { Some(thing) } else { None }
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.as_slice().iter()
    }
}
