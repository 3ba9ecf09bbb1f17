//! Lists that mostly hold one thing.

/// Things in order; the first of them takes no allocation.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Few<T> {
    first: Option<T>,
    others: Vec<T>,
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self { first: None, others: Vec::new() }
    }
}

impl<T> Few<T> {
    /// With room for so many.
    pub(super) fn with_room(things: usize) -> Self {
        Self { first: None, others: Vec::with_capacity(things.saturating_sub(1)) }
    }

    pub(super) fn push(&mut self, new: T) {
        match self.first {
            None => self.first = Some(new),
            Some(_) => self.others.push(new),
        }
    }

    pub(super) fn len(&self) -> usize {
        usize::from(self.first.is_some()) + self.others.len()
    }

    pub(super) fn first(&self) -> Option<&T> {
        self.first.as_ref()
    }

    pub(super) fn last(&self) -> Option<&T> {
        self.others.last().or(self.first.as_ref())
    }

    /// The one thing that there is; `None` where there are more or none.
    pub(super) fn only(&self) -> Option<&T> {
        self.first.as_ref().filter(|_| self.others.is_empty())
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + Clone {
        self.first.iter().chain(&self.others)
    }
}
