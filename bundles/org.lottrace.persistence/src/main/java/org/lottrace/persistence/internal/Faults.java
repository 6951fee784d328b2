package org.lottrace.persistence.internal;

/** What is wrong with a database, for who does not keep it open. */
public final class Faults {
    private Faults() {}

    /** @return the cause in one sentence, and what to do when it is a known one */
    public static String sentence(String url, String user, Throwable failure) {
        String database = url.replaceFirst("[?;].*", "");
        return Fault.of(failure)
                .map(fault -> fault.sentence(database, user, failure))
                .orElseGet(() -> "the database " + database + " or the file failed ("
                        + Fault.firstLine(Fault.causes(failure).stream()
                                .reduce((outer, inner) -> inner)
                                .orElse(failure))
                        + ")");
    }
}
