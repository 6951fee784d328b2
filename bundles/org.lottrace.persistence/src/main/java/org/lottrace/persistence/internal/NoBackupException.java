package org.lottrace.persistence.internal;

/** The tables should be upgraded, and what is in them could not be backed up before. */
final class NoBackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isToolMissing;

    private NoBackupException(String why, boolean isToolMissing, Throwable cause) {
        super(why, cause);
        this.isToolMissing = isToolMissing;
    }

    /** @param tool what was looked for */
    static NoBackupException missing(String tool, Throwable cause) {
        return new NoBackupException("\"" + tool + "\" cannot be started", true, cause);
    }

    /** @param why on one line */
    static NoBackupException failed(String why) {
        return new NoBackupException(why, false, null);
    }

    boolean isToolMissing() {
        return isToolMissing;
    }
}
