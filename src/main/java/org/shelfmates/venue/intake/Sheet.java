package org.shelfmates.venue.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file has it.
 *
 * @param charset that it is in: UTF-8, or else Latin-1, which any bytes can be
 */
record Sheet(Charset charset, List<Line> lines, Problems problems) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What a spreadsheet takes for the beginning of a formula, or lets one begin after. */
    private static final String FORMULA = "=+-@\t\r";

    private static final int MOST_LINES = 200_000;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** @param number of its first line in the file, from 1 */
    record Line(long number, Map<Column, String> cells) {

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    static Sheet of(byte[] content) {
        Charset charset = StandardCharsets.UTF_8;
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            charset = StandardCharsets.ISO_8859_1;
            text = new String(content, charset);
        }
        Sheet sheet = new Sheet(charset, new ArrayList<>(), new Problems());
        sheet.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        return sheet;
    }

    private void read(String text) {
        long begins = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<@Nullable Column> header = null;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (header == null) {
                    header = header(record);
                    if (problems.count() > 0) {
                        return;
                    }
                } else if (lines.size() >= MOST_LINES) {
                    problems.add(Problem.of(begins, "", "lines", String.valueOf(MOST_LINES)));
                    lines.clear(); // none of them is looked at
                    return;
                } else if (record.size() > 1 || !record.get(0).isBlank()) {
                    line(begins, header, record);
                }
                begins = parser.getCurrentLineNumber() + 1;
            }
            if (header == null) {
                problems.add(Problem.of(1, "", "empty"));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.add(Problem.of(begins, "", "quotes"));
        }
    }

    private List<@Nullable Column> header(CSVRecord record) {
        List<@Nullable Column> columns = new ArrayList<>();
        if (record.size() == 1 && record.get(0).matches("(?s)[^;\t]*[;\t].*")) {
            problems.add(Problem.of(1, "", "separator"));
            return columns;
        }
        for (String word : record) {
            Column column = Column.byWord().get(word.strip().toLowerCase(Locale.ROOT));
            if (column == null) {
                problems.add(Problem.of(1, word, "unknown-column"));
            } else if (columns.contains(column)) {
                problems.add(Problem.of(1, word, "twice-column"));
            }
            columns.add(column);
        }
        Column.REQUIRED.stream()
                .sorted()
                .filter(column -> !columns.contains(column))
                .forEach(column -> problems.add(Problem.of(1, column.word(), "missing-column")));
        return columns;
    }

    private void line(long number, List<@Nullable Column> header, CSVRecord record) {
        if (record.size() != header.size()) {
            problems.add(Problem.of(number, "", "cells", String.valueOf(record.size()), String.valueOf(header.size())));
            return;
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            Column column = header.get(i);
            if (column != null) {
                cells.put(column, column.asInForm(plain(record.get(i).strip())));
            }
        }
        lines.add(new Line(number, cells));
    }

    /** A spreadsheet's way to say that what follows is text, as {@link #harmless} does. */
    private static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** With an apostrophe before what a spreadsheet would take for a formula. */
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
