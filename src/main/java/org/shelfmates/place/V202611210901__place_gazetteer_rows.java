package org.shelfmates.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Loads the gazetteer that ships in the jar, by COPY. Flyway takes the version and description from the class's name. */
@Component
class V202611210901__place_gazetteer_rows extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        List<GazetteerRow> rows = read();
        CopyManager copy = context.getConnection().unwrap(PGConnection.class).getCopyAPI();
        GazetteerSlugs slugs = new GazetteerSlugs();
        copy(copy, "place", rows.stream().map(row -> row.place(slugs.next(row))));
        copy(copy, "place_name", rows.stream().flatMap(GazetteerRow::names));
    }

    /** Most populous first, so that of a country's places of one name the biggest gets the plain address. */
    private static List<GazetteerRow> read() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ClassPathResource("gazetteer/gazetteer.tsv.gz").getInputStream()),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(GazetteerRow::parse).sorted().toList();
        }
    }

    private static void copy(CopyManager copy, String table, Stream<String> lines) throws SQLException, IOException {
        try (var out = new PGCopyOutputStream(copy.copyIn("copy " + table + " from stdin (encoding 'UTF8')"))) {
            for (String line : (Iterable<String>) lines::iterator) {
                out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
