//! Sorts of words that the rules of names ask for: `lists/sorts.txt`.

use crate::text::sorts;

const LIST: &str = include_str!("lists/sorts.txt");

sorts! {
    /// A sort of words. What it is for stands above its words in the list.
    LIST {
        Pointing pointing, CountryAdjective country_adjective, House house, Chamber chamber, Parliament parliament,
        Owned owned, Plain plain, Prize prize, Metal metal, Winning winning, Address address, Clerical clerical, Family family,
        Service service,
        Society society, Holding holding, Stage stage, Station station, Precinct precinct, School school,
        Branch branch, Level level, National national, Field field, Research research,
        Business business, Going going, Spokesman spokesman, Called called, Organ organ, Company company, Rank rank, Event event,
        SportsClub sports_club, ForeignClub foreign_club, Local local, United united, Real real, Namesake namesake,
        Saint saint, Street street, ForeignStreet foreign_street, Inhabited inhabited, Near near, Quarter quarter,
        Candidate candidate, Partisan partisan, Journalist journalist, Citing citing,
        Coded coded,
        Ambiguous ambiguous, Article article,
    }
}

#[test]
fn every_sort_has_its_words() {
    crate::text::check_sorts(LIST, Sort::NAMES);
}
