package org.shelfmates.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.shelfmates.web.Token;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures that people upload. Whoever shows one says in a table of their own what it is of, and whose it is; this
 * knows the picture alone.
 */
@Service
public class Pictures {

    /** How many are drawn at once: each takes a second, and up to 170 MB of the 512 that the README gives to the whole. */
    private static final int AT_ONCE = 1;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Semaphore drawing = new Semaphore(AT_ONCE, true);

    Pictures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Draws a picture anew, without what the file says besides (where it was taken, with which camera), upright, and in our
     * sizes. It takes a while, so it is to be done outside of transactions.
     *
     * @param file JPEG, PNG, WebP or GIF, of 10 MB and 50 megapixels at most (WebP and progressive JPEG: 16)
     * @throws PictureRefusedException when it is none of these
     * @throws UncheckedIOException when it cannot be read at all
     */
    public PreparedPicture prepare(InputStreamSource file) {
        return prepare(file, Drawing.MOST_BYTES, Drawing::of);
    }

    /**
     * The same of the square in its middle, in the sizes of {@link Portrait}.
     *
     * @param file as above, of 5 MB at most
     */
    public PreparedPicture preparePortrait(InputStreamSource file) {
        return prepare(file, Drawing.MOST_BYTES_OF_A_PORTRAIT, Drawing::portrait);
    }

    private PreparedPicture prepare(InputStreamSource file, int most, Function<byte[], PreparedPicture> how) {
        drawing.acquireUninterruptibly();
        try (InputStream in = file.getInputStream()) {
            return how.apply(in.readNBytes(most + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.release();
        }
    }

    /** @return its id, for whoever shows it */
    @Transactional
    public long store(PreparedPicture picture) {
        return jdbc.sql("""
                        insert into picture (token, width, height, small_width, small_height, large, small, stored_at)
                        values (:token, :width, :height, :smallWidth, :smallHeight, :large, :small, :now) returning id""")
                .param("token", Token.random())
                .param("width", picture.large().width())
                .param("height", picture.large().height())
                .param("smallWidth", picture.small().width())
                .param("smallHeight", picture.small().height())
                .param("large", picture.large().jpeg())
                .param("small", picture.small().jpeg())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Afterwards its addresses lead nowhere, and no table refers to it. */
    @Transactional
    public void delete(long id) {
        jdbc.sql("delete from picture where id = ?").param(id).update();
    }

    /** Gives a picture another address; the one that it had leads nowhere. */
    @Transactional
    public void readdress(long id) {
        jdbc.sql("update picture set token = ? where id = ?")
                .params(Token.random(), id)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<byte[]> jpeg(String token, Size size) {
        return jdbc.sql("select " + size.column() + " from picture where token = ?")
                .param(token)
                .query(byte[].class)
                .optional();
    }
}
