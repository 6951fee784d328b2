package org.lottrace.api.backup;

/**
 * What a backup holds.
 *
 * @param tables how many
 * @param rows of all of them
 * @param ledgerPosition of the newest event
 * @param ledgerHash of the newest event: with it every event before is what it was
 * @param schema version of the tables
 */
public record BackupContents(int tables, long rows, long ledgerPosition, String ledgerHash, String schema) {}
