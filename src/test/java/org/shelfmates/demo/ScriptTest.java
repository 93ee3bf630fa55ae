package org.shelfmates.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void aWrappedParagraphIsOneLine() {
        assertThat(Script.unwrapped("Tea and\ntalk, with  \n*cake*.\n")).isEqualTo("Tea and talk, with *cake*.");
    }

    @Test
    void paragraphsStayApart() {
        assertThat(Script.unwrapped("One\ntwo.\n\nThree\nfour.\n")).isEqualTo("One two.\n\nThree four.");
    }

    @Test
    void itemsOfAListStayApart() {
        String list = "We have:\n\n- tea,\n- **cake**.\n\n1. Tuesday\n2. Thursday\n10. never";

        assertThat(Script.unwrapped(list)).isEqualTo(list);
        assertThat(Script.unwrapped("- a kettle that\n  whistles;\n- cups"))
                .isEqualTo("- a kettle that whistles;\n- cups");
    }

    @Test
    void noTextOfTheDemoBreaksALineButBetweenParagraphsAndItems() {
        List<Script.Meeting> meetings = Script.meetings();
        Stream<String> plans = meetings.stream().map(Script.Meeting::plan);
        Stream<String> groups = Script.groups().stream().map(Script.Group::description);
        Stream<String> remarks = meetings.stream()
                .flatMap(meeting -> Stream.of(meeting.comments(), meeting.afterwards()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(Script.Remark::says);
        Stream<String> occasions = Script.occasions().stream().map(Script.Occasion::words);

        assertThat(Stream.of(plans, groups, occasions, remarks).flatMap(texts -> texts))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\S\n(?!- |\\d\\. )\\S"));
    }

    @Test
    void theListOfTheFirstPlanIsStillAList() {
        Script.Meeting first = Script.meetings().get(0);

        assertThat(first.plan().lines().filter(line -> line.startsWith("- "))).hasSize(3);
        assertThat(first.plan()).contains("librarians from *all over* South Wales into **one room");
    }
}
