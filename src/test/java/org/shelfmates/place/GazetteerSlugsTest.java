package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GazetteerSlugsTest {

    private final GazetteerSlugs slugs = new GazetteerSlugs();

    private static GazetteerRow row(long id, String name, String country, String area, String district) {
        return new GazetteerRow(id, name, "", country, area, district, 0, 0, 0, "UTC");
    }

    @Test
    void theFirstOfANameHasItAlone() {
        assertThat(slugs.next(row(1, "Bangor", "GB", "Northern Ireland", "North Down")))
                .isEqualTo("bangor");
        assertThat(slugs.next(row(2, "Bangor", "GB", "Wales", "Gwynedd"))).isEqualTo("bangor-gwynedd");
    }

    @Test
    void whereTheDistrictIsTakenTooTheAreaThenTheIdTells() {
        slugs.next(row(1, "Newtown", "GB", "Wales", "Powys"));
        slugs.next(row(2, "Newtown", "GB", "Wales", "Powys"));

        assertThat(slugs.next(row(3, "Newtown", "GB", "Wales", "Powys"))).isEqualTo("newtown-wales");
        assertThat(slugs.next(row(4, "Newtown", "GB", "Wales", "Powys"))).isEqualTo("newtown-4");
    }

    @Test
    void countriesDoNotShareNames() {
        assertThat(slugs.next(row(1, "Bangor", "GB", "", ""))).isEqualTo("bangor");
        assertThat(slugs.next(row(2, "Bangor", "US", "Maine", ""))).isEqualTo("bangor");
    }

    @Test
    void accentsAndPunctuationLeaveNoTrace() {
        assertThat(slugs.next(row(1, "St. John's – Łódź", "XX", "", ""))).isEqualTo("st-john-s-lodz");
    }

    @Test
    void aNameOfAnotherScriptIsToldByItsDistrictOrItsId() {
        assertThat(slugs.next(row(1, "東京", "JP", "Tokyo", ""))).isEqualTo("tokyo");
        assertThat(slugs.next(row(2, "東京", "JP", "", ""))).isEqualTo("2");
    }

    @Test
    void aDistrictOfTheSameNameIsNotSaidTwice() {
        slugs.next(row(1, "Cardiff", "GB", "Wales", "Cardiff"));

        assertThat(slugs.next(row(2, "Cardiff", "GB", "Wales", "Cardiff"))).isEqualTo("cardiff-wales");
    }
}
