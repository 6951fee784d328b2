package org.lottrace.api.health;

/**
 * The one cause why the database cannot be used.
 *
 * @param code stable, such as {@code DATABASE_DISK_FULL}
 * @param isPassing it is only being opened
 * @param sentence what is wrong and what to do, for administrators
 */
public record DatabaseFault(String code, boolean isPassing, String sentence) {}
