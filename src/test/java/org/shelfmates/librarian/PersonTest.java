package org.shelfmates.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource({
        "Cerys Morgan, CM",
        "cerys ann van morgan, CM",
        "Madonna, M",
        "'  Cerys   Morgan ', CM",
        "Øyvind Ås, ØÅ",
        "𐐨nna 𐐩eta, 𐐀𐐁",
        "📚 Reader, 📚R",
        "ßen, SS"
    })
    void initialsAreTheFirstLettersOfTheFirstAndLastName(String name, String initials) {
        assertThat(new Person(1, "someone", name).initials()).isEqualTo(initials);
    }

    @Test
    void aPersonKeepsTheirColour() {
        Person person = new Person(1, "cerys", "Cerys Morgan");

        assertThat(person.colour()).isBetween(0, 11).isEqualTo(new Person(2, "cerys", "Married Name").colour());
        assertThat(person.path()).isEqualTo("/librarians/cerys");
    }
}
