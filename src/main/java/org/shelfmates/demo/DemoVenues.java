package org.shelfmates.demo;

import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the demo's venues, and lets tweetups be at them that are there already. */
class DemoVenues {

    private final JdbcClient jdbc;
    private final Diary diary;

    DemoVenues(JdbcClient jdbc, Diary diary) {
        this.jdbc = jdbc;
        this.diary = diary;
    }

    void write(Script.Venue venue) {
        String[] place = venue.place().split("/");
        Long id = jdbc.sql("""
                        insert into venue (slug, name, kind, place_id, address, directions, stop, last_connection, cost, amount,
                            deposit, currency, capacity, circulate, noise, step_free, toilets, hearing_loop, child_friendly,
                            wifi, power, hours, booking, host_id, added_by, added_at, confirmed_by, confirmed_at)
                        select :slug, :name, :kind, p.id, :address, :directions, :stop, :last, :cost, :amount::integer,
                            :deposit::integer, :currency, :capacity::integer, :circulate::boolean, :noise,
                            :stepFree::boolean, :toilets::boolean, :hearingLoop::boolean, :childFriendly::boolean,
                            :wifi::boolean, :power::boolean, :hours, :booking,
                            (select id from account where handle = :host), (select id from account where handle = :by), :added,
                            (select id from account where handle = :confirmer), :confirmed::timestamptz
                        from place p where p.country = upper(:country) and p.slug = :town returning id""")
                .param("slug", Slug.ascii(venue.name(), 60))
                .param("name", venue.name())
                .param("kind", venue.kind())
                .param("address", text(venue.address()))
                .param("directions", text(venue.directions()))
                .param("stop", text(venue.stop()))
                .param("last", text(venue.last()))
                .param("cost", venue.cost())
                .param("amount", venue.amount())
                .param("deposit", venue.deposit())
                .param(
                        "currency",
                        Currency.getInstance(new Locale("", place[0].toUpperCase(Locale.ROOT)))
                                .getCurrencyCode())
                .param("capacity", venue.capacity())
                .param("circulate", venue.circulate())
                .param("noise", venue.noise())
                .param("stepFree", venue.stepFree())
                .param("toilets", venue.toilets())
                .param("hearingLoop", venue.hearingLoop())
                .param("childFriendly", venue.childFriendly())
                .param("wifi", venue.wifi())
                .param("power", venue.power())
                .param("hours", text(venue.hours()))
                .param("booking", text(venue.booking()))
                .param("host", venue.host())
                .param("by", venue.by())
                .param("added", Diary.sql(diary.ago(venue.added(), ZoneOffset.UTC)))
                .param("confirmer", venue.confirmer())
                .param(
                        "confirmed",
                        venue.confirmed() == null ? null : Diary.sql(diary.ago(venue.confirmed(), ZoneOffset.UTC)))
                .param("country", place[0])
                .param("town", place[1])
                .query(Long.class)
                .single();
        for (String title : Objects.requireNonNullElse(venue.tweetups(), List.<String>of())) {
            jdbc.sql("update tweetup set venue_id = ? where title = ?")
                    .params(id, title)
                    .update();
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
