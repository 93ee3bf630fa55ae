package org.shelfmates.group.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class BoardTalkTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    BoardTalk talk;

    @ParameterizedTest
    @CsvSource({"OPEN,false", "OPEN,true", "ASK,false", "ASK,true"})
    void whetherOneMayReadIsWhatTheListOfReadersSays(String admission, boolean hidden) {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        Someone author = community.librarian("Ada Author", Community.CARDIFF);
        Someone outsider = community.librarian("Owen Outsider", Community.CARDIFF);
        String group = community.group("Asked", Community.CARDIFF, cerys, tom, author);
        community.organise(group, cerys);
        community.admit(group, admission);
        long post = community.boardPost(group, author, "A room");
        if (hidden) {
            pages.post("/groups/" + group + "/board/" + post + "/hiding", cerys, "because", "So");
        }
        Optional<Set<Long>> readers = talk.readers(post);

        for (Someone one : List.of(cerys, tom, author, outsider)) {
            assertThat(talk.mayRead(post, one.id()))
                    .as(one.name())
                    .isEqualTo(readers.isEmpty() || readers.get().contains(one.id()));
        }
        assertThat(talk.mayRead(post, null)).isEqualTo(readers.isEmpty());
        assertThat(talk.mayRead(999_999_999, null)).isFalse();
    }
}
