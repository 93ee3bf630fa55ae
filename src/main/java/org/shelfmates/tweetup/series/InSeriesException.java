package org.shelfmates.tweetup.series;

/** A tweetup belongs to a series already. */
class InSeriesException extends RuntimeException {

    private final long series;

    InSeriesException(long series) {
        super(null, null, false, false);
        this.series = series;
    }

    /** The address of the series' page. */
    String path() {
        return "/series/" + series;
    }
}
