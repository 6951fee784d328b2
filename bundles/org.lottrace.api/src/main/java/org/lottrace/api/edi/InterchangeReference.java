package org.lottrace.api.edi;

import java.util.Objects;
import org.lottrace.api.partner.EdiAddress;

/**
 * One transaction set within its interchange and group.
 *
 * @param sender who sent the interchange (ISA05, ISA06)
 * @param receiver for whom it is (ISA07, ISA08)
 * @param interchangeControl control number of the interchange (ISA13)
 * @param groupControl control number of the group (GS06)
 * @param setControl control number of the transaction set (ST02)
 */
public record InterchangeReference(
        EdiAddress sender, EdiAddress receiver, String interchangeControl, String groupControl, String setControl) {
    public InterchangeReference {
        Objects.requireNonNull(sender);
        Objects.requireNonNull(receiver);
        Objects.requireNonNull(interchangeControl);
        Objects.requireNonNull(groupControl);
        Objects.requireNonNull(setControl);
    }
}
