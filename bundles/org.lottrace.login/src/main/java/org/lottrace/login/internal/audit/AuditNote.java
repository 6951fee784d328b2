package org.lottrace.login.internal.audit;

import java.util.List;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;

/**
 * What is to become an entry of the audit log. Names come from outside: they are cut to what a row takes, and cannot write lines of
 * their own.
 *
 * @param user whose login it is; empty: any
 * @param address where it came from, or empty
 * @param channel such as {@code ssh}
 * @param roles by name
 * @param by who decided it, or empty
 * @param credential what is kept of the password or key, or empty
 * @param detail for people, or empty
 */
public record AuditNote(
        AuditKind kind,
        String user,
        String address,
        String channel,
        LoginMethod method,
        List<String> roles,
        String by,
        String credential,
        String detail) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_WORD = 20;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int MOST_ROLES = 40;
    private static final int LONGEST_ROLE = 48;

    public AuditNote {
        user = cut(user, LONGEST_NAME);
        address = cut(address, LONGEST_ADDRESS);
        channel = cut(channel, LONGEST_WORD);
        // a comma separates them in the row
        roles = roles.stream()
                .map(role -> cut(role.replace(',', '?'), LONGEST_ROLE))
                .sorted()
                .limit(MOST_ROLES)
                .toList();
        by = cut(by, LONGEST_NAME);
        credential = cut(credential, LONGEST_WORD);
        detail = cut(detail, LONGEST_DETAIL);
    }

    /** Something about a login from an address. */
    public static AuditNote of(
            AuditKind kind, String user, String address, String channel, LoginMethod method, List<String> roles) {
        return new AuditNote(kind, user, address, channel, method, roles, "", "", "");
    }

    /** Something that somebody decided by an operation. */
    public static AuditNote decided(AuditKind kind, String user, LoginMethod method, List<String> roles, String by) {
        return new AuditNote(kind, user, "", "operation", method, roles, by, "", "");
    }

    /** @return the same about this login, with that said beside it */
    AuditNote about(String otherUser, String otherAddress, String said) {
        return new AuditNote(kind, otherUser, otherAddress, channel, method, roles, by, credential, said);
    }

    public AuditNote withDetail(String said) {
        return about(user, address, said);
    }

    private static String cut(String text, int most) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= most ? printable : printable.substring(0, most - 1) + "…";
    }
}
