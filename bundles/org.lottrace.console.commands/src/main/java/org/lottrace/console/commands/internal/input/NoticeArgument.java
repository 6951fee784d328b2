package org.lottrace.console.commands.internal.input;

import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.ShipNoticeId;

/** A ship notice as it is typed: {@code SENDER/NUMBER}. */
public final class NoticeArgument {
    private NoticeArgument() {}

    /** @throws IllegalArgumentException if it is not {@code SENDER/NUMBER} */
    public static ShipNoticeId parse(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("write a ship notice as SENDER/NUMBER; not \"" + text + "\"");
        }
        return new ShipNoticeId(new PartyId(parts[0]), parts[1]);
    }
}
