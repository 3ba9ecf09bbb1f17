//! Sorts of words that the rules of quotations ask for: `sorts.txt`.

use crate::text::sorts;

const LIST: &str = include_str!("sorts.txt");

sorts! {
    /// A sort of words. What it is for stands above its words in the list.
    LIST {
        Served served, Kin kin, Chief chief, Besides besides, Trade trade, Guest guest, Address address, Field field, Scholar scholar,
        Accused accused, Official official, Anyone anyone, Another another, General general, Opposed opposed,
        Claim claim, Time time, Agency agency, Speaking speaking, Writing writing, Inscribed inscribed, Receiving receiving,
        Appearing appearing, Copula copula, Proclaiming proclaiming, Portion portion, About about, Every every, Ranked ranked, Rank rank, Tool tool,
    }
}

#[test]
fn every_sort_has_its_words() {
    crate::text::check_sorts(LIST, Sort::NAMES);
}
