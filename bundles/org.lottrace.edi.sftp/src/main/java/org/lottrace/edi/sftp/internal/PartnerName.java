package org.lottrace.edi.sftp.internal;

/** The name of a partner here: of its folders, its lane and its login. It leads out of no folder. */
public final class PartnerName {
    private PartnerName() {}

    /** @return whether it has 1 to 64 letters, digits, dots, dashes, underscores, and no dot in front */
    public static boolean isGood(String name) {
        return name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    }
}
