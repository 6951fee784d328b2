package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.UnreadFacts.Unread;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A supplier's 856 becomes an expected receipt. */
@Component(service = TransactionSetHandler.class, configurationPid = ShipNoticeConfig.PID)
public final class InboundShipNotices implements TransactionSetHandler {
    static final String CODE = OutboundTransactionSet.SHIP_NOTICE;

    static final String NEEDED = "(" + Operations.SERVICES + "=org.lottrace.api.movement.ExpectedReceipts)";

    private final Operations operations;
    private final NoticeArrivals arrivals;
    private final PartnerFolder partners;

    @Activate
    public InboundShipNotices(
            @Reference(target = NEEDED) Operations operations,
            @Reference NoticeArrivals arrivals,
            ShipNoticeConfig config) {
        this(operations, arrivals, Path.of(config.mappings()));
    }

    /** For tests. */
    InboundShipNotices(Operations operations, NoticeArrivals arrivals, Path mappings) {
        this.operations = operations;
        this.arrivals = arrivals;
        this.partners = new PartnerFolder(mappings);
    }

    @Override
    public String transactionSet() {
        return CODE;
    }

    /**
     * A binding that cannot be used is a problem too ({@code BINDING_BROKEN}): the file is set aside until it is repaired. All
     * problems are said at once, so a notice that did not read everything is held against the orders as well.
     */
    @Override
    public HandledSet handle(InboundTransactionSet set) {
        SetLevels levels = SetLevels.of(set.segments());
        ExpectedReceipts receipts = operations.as(Caller.partner(set.sender().id()), ExpectedReceipts.class);
        String mapping = set.sender().profile().mapping();
        PartnerSwitches partner;
        Binding binding;
        Reading reading;
        NoticePurpose purpose;
        try {
            partner = partners.switches(mapping, set.code());
            binding = partners.binding(mapping, set.code());
            ShipNoticeMessage message = binding.read(levels);
            purpose = NoticePurpose.of(message.purpose, partner);
            if (purpose == NoticePurpose.CANCELLATION) {
                return new HandledSet(cancelled(receipts, set.sender().id(), message, levels.dialect()), List.of());
            }
            reading = MessageReader.read(message, levels, partner, set.sender().id())
                    .with(levels.isEdifact() ? ReadTwice.check(levels, binding.paths(), partner) : List.of());
        } catch (BindingBrokenException e) {
            return new HandledSet(
                    List.of(new Violation(
                            "BINDING_BROKEN", ViolationPath.WHOLE, e.getMessage() + "; then drop the file again")),
                    List.of());
        }
        Function<ShipNotice, List<Violation>> accept = notice -> purpose == NoticePurpose.REPLACEMENT
                ? receipts.replace(notice, partner.lots())
                : receipts.expect(notice, partner.lots());
        List<Violation> problems = reading.notice()
                .map(notice -> accept.apply(notice).stream()
                        .map(violation -> inSendersTerms(violation, reading.levels()))
                        .toList())
                .orElse(reading.problems());
        if (problems.isEmpty() && partner.noticeHours() > 0) {
            reading.notice().ifPresent(notice -> arrivals.agree(notice.id(), partner.noticeHours()));
        }
        Unread unread = UnreadFacts.of(StatedFacts.of(levels), reading.read(), partner);
        List<Violation> notes = new ArrayList<>(reading.notes());
        reading.notice().flatMap(notice -> withoutLots(notice, partner)).ifPresent(notes::add);
        notes.addAll(unread.notes());
        notes.addAll(NotUsed.of(levels, binding.paths(), partner));
        return new HandledSet(problems, unread.refused(), notes);
    }

    private static Optional<Violation> withoutLots(ShipNotice notice, PartnerSwitches partner) {
        long lacking = notice.lines().stream()
                .filter(line -> line.lotNumber().isBlank())
                .count();
        return lacking == 0 || partner.lots() == LotCapture.ANNOUNCED
                ? Optional.empty()
                : Optional.of(new Violation(
                        "LOT_MISSING",
                        ViolationPath.WHOLE,
                        lacking + " of " + notice.lines().size() + " lines name no lot: lots are captured at receipt"));
    }

    /** What else it says is of no interest: its number alone says what is taken back. */
    private static List<Violation> cancelled(
            ExpectedReceipts receipts, PartyId sender, ShipNoticeMessage message, Dialect dialect) {
        try {
            return receipts.cancel(new ShipNoticeId(sender, Texts.orEmpty(message.number)));
        } catch (InvalidIdentifierException e) {
            return List.of(new Violation(
                    "NOTICE_NUMBER_INVALID", ViolationPath.of(PathStep.segment(dialect.number)), e.getMessage()));
        }
    }

    /** Line 3 of the notice is a level of the message to the sender. */
    private static Violation inSendersTerms(Violation violation, List<String> levels) {
        List<PathStep> steps = violation.path().steps();
        boolean isLine = !steps.isEmpty() && steps.get(0).name().equals("lines");
        int line = isLine ? steps.get(0).number() : 0;
        if (line < 1 || line > levels.size()) {
            return violation;
        }
        ViolationPath below = new ViolationPath(steps.subList(1, steps.size()));
        ViolationPath level = ViolationPath.of(Texts.level(levels.get(line - 1)));
        return new Violation(violation.code(), level.then(below), violation.message());
    }
}
