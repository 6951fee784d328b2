package org.lottrace.edi.as2.internal.cms;

/** What is wrong with a message, as a receipt says it (RFC 4130, 7.4 and 7.5; RFC 5402, 5). */
public enum Problem {
    DECRYPTION("processed/error: decryption-failed"),
    AUTHENTICATION("processed/error: authentication-failed"),
    INTEGRITY("processed/error: integrity-check-failed"),
    DECOMPRESSION("processed/error: decompression-failed"),
    SECURITY("processed/error: insufficient-message-security"),
    DUPLICATE("processed/error: duplicate-document"),
    UNEXPECTED("processed/error: unexpected-processing-error"),
    FORMAT("failed/failure: unsupported format"),
    MIC("failed/failure: unsupported MIC-algorithms");

    private final String disposition;

    Problem(String disposition) {
        this.disposition = disposition;
    }

    public String disposition() {
        return disposition;
    }
}
