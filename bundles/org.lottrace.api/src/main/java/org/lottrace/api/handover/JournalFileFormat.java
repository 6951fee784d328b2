package org.lottrace.api.handover;

import org.lottrace.api.code.Coded;

/** What a file of the journal is written for; the code is also how the name of such a file ends. */
public enum JournalFileFormat implements Coded {
    /** Plain-text accounting with hledger 1.25 or later; {@code hledger check --strict} accepts it. */
    HLEDGER("hledger", "text/plain"),
    /** Plain-text accounting with beancount 2.3 or later; {@code bean-check} accepts it. */
    BEANCOUNT("beancount", "text/plain"),
    /** A row for each line of an entry, with a row of heads (RFC 4180). */
    CSV("csv", "text/csv"),
    /**
     * A workbook for spreadsheets, with the rows of CSV (ISO/IEC 29500): numbers and days as such, everything else as text that is never
     * computed; moments in UTC.
     */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /**
     * SAF-T Financial of Norway, version 1.30: accounts with their balances, stock by lot, and the entries. Whole days only, and only what
     * one file holds.
     */
    SAF_T("saft", "application/xml");

    private final String code;
    private final String mediaType;

    JournalFileFormat(String code, String mediaType) {
        this.code = code;
        this.mediaType = mediaType;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return its media type; plain-text accounting has none that is registered */
    public String mediaType() {
        return mediaType;
    }

    /** @return its media type as HTTP has it: texts are always in UTF-8 */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }
}
