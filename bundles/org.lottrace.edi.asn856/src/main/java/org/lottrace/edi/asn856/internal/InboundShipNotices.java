package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
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
        try {
            return apply(ReadNotice.of(set, partners), set.sender().id());
        } catch (BindingBrokenException e) {
            return broken(e);
        }
    }

    private HandledSet apply(ReadNotice read, PartyId sender) {
        ExpectedReceipts receipts = operations.as(Caller.partner(sender), ExpectedReceipts.class);
        if (read.isCancellation()) {
            return new HandledSet(cancelled(receipts, sender, read), List.of());
        }
        PartnerSwitches partner = read.partner();
        Reading reading = read.reading();
        Function<ShipNotice, List<Violation>> accept = notice -> read.purpose() == NoticePurpose.REPLACEMENT
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
        return read.handled(problems);
    }

    @Override
    public ReadSet preview(InboundTransactionSet set) {
        try {
            ReadNotice read = ReadNotice.of(set, partners);
            return read.isCancellation()
                    ? new ReadSet(
                            NoticeFields.ofCancellation(Texts.orEmpty(read.message().number)),
                            new HandledSet(List.of(), List.of()))
                    : new ReadSet(
                            read.reading()
                                    .notice()
                                    .map(notice -> NoticeFields.of(read.purpose(), notice))
                                    .orElse(List.of()),
                            read.handled(read.problems()));
        } catch (BindingBrokenException e) {
            return new ReadSet(List.of(), broken(e));
        }
    }

    @Override
    public List<String> unusable(String mapping) {
        return unusable(mapping, CODE);
    }

    List<String> unusable(String mapping, String code) {
        return partners.unusable(mapping, code);
    }

    private static HandledSet broken(BindingBrokenException why) {
        return new HandledSet(
                List.of(new Violation(
                        "BINDING_BROKEN", ViolationPath.WHOLE, why.getMessage() + "; then drop the file again")),
                List.of());
    }

    /** What else it says is of no interest: its number alone says what is taken back. */
    private static List<Violation> cancelled(ExpectedReceipts receipts, PartyId sender, ReadNotice read) {
        try {
            return receipts.cancel(new ShipNoticeId(sender, Texts.orEmpty(read.message().number)));
        } catch (InvalidIdentifierException e) {
            return List.of(new Violation(
                    "NOTICE_NUMBER_INVALID",
                    ViolationPath.of(PathStep.segment(read.levels().dialect().number)),
                    e.getMessage()));
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
