package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.UnreadFacts.Unread;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;

/**
 * A transaction set as its partner's mapping reads it, before anything is held against what is stored.
 *
 * @param levels its levels
 * @param partner what was agreed beside the binding
 * @param binding what reads it
 * @param message what the binding reads
 * @param purpose what it is to do
 */
record ReadNotice(
        SetLevels levels,
        PartnerSwitches partner,
        Binding binding,
        ShipNoticeMessage message,
        NoticePurpose purpose,
        Reading reading) {

    /** @throws BindingBrokenException if the mapping of its sender cannot be used */
    static ReadNotice of(InboundTransactionSet set, PartnerFolder partners) {
        SetLevels levels = SetLevels.of(set.segments());
        String mapping = set.sender().profile().mapping();
        PartnerSwitches partner = partners.switches(mapping, set.code());
        Binding binding = partners.binding(mapping, set.code());
        ShipNoticeMessage message = binding.read(levels, partner);
        return new ReadNotice(
                levels,
                partner,
                binding,
                message,
                NoticePurpose.of(message.purpose, partner),
                MessageReader.read(message, levels, partner, set.sender().id())
                        .with(levels.isEdifact() ? ReadTwice.check(levels, binding.paths(), partner) : List.of()));
    }

    boolean isCancellation() {
        return purpose == NoticePurpose.CANCELLATION;
    }

    /** @return these problems, and what of the set is not used */
    HandledSet handled(List<Violation> problems) {
        Unread unread = UnreadFacts.of(StatedFacts.of(levels), reading.read(), partner);
        List<Violation> notes = new ArrayList<>(reading.notes());
        if (partner.lots() == LotCapture.AT_RECEIPT) {
            reading.notice()
                    .flatMap(notice -> withoutLots(notice, ": lots are captured at receipt"))
                    .ifPresent(notes::add);
        }
        notes.addAll(unread.notes());
        notes.addAll(
                NotUsed.of(levels, binding.paths(), partner, reading.notice().map(ShipNotice::shipDate)));
        return new HandledSet(problems, unread.refused(), notes);
    }

    /** @return what is wrong with it whatever is stored: its form, and lines without a lot unless lots are captured at receipt */
    List<Violation> problems() {
        List<Violation> problems = new ArrayList<>(reading.problems());
        if (partner.lots() == LotCapture.ANNOUNCED) {
            reading.notice()
                    .flatMap(notice -> withoutLots(
                            notice,
                            "; the partner is to state them, or lot.missing = AT_RECEIPT"
                                    + " has them captured at receipt"))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Violation> withoutLots(ShipNotice notice, String consequence) {
        long lacking = notice.lines().stream()
                .filter(line -> line.lotNumber().isBlank())
                .count();
        return lacking == 0
                ? Optional.empty()
                : Optional.of(new Violation(
                        "LOT_MISSING",
                        ViolationPath.WHOLE,
                        lacking + " of " + notice.lines().size() + " lines name no lot" + consequence));
    }
}
