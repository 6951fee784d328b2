package org.lottrace.edi.asn856.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.asn856.internal.wire.PartyReference;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;

/** Makes a ship notice of a message. Says everything that keeps it from being one. */
final class MessageReader {
    /** 1001 of a DESADV. */
    static final String DESPATCH_ADVICE = "351";
    /** 1229: deleted; not accepted. */
    private static final Set<String> NOT_SHIPPED = Set.of("2", "7");

    private final ShipNoticeMessage message;
    private final PartnerSwitches partner;
    private final Optional<SetLevels> set;
    private final Dialect dialect;
    private final Violations problems = new Violations();

    private MessageReader(ShipNoticeMessage message, PartnerSwitches partner, Optional<SetLevels> set) {
        this.message = message;
        this.partner = partner;
        this.set = set;
        this.dialect = set.map(SetLevels::dialect).orElse(Dialect.X12);
    }

    /**
     * What a message says.
     *
     * @param notice the ship notice; absent when there are problems
     * @param levels for each line of the notice the HL01 of the level it comes from
     * @param problems why it is none; the field is {@code HL n / what}
     * @param read the quantities and lots that were used
     * @param notes what is to be said of it without refusing it
     */
    record Reading(
            Optional<ShipNotice> notice,
            List<String> levels,
            List<Violation> problems,
            ReadFacts read,
            List<Violation> notes) {
        /** @return the same when there are no more problems; else no notice */
        Reading with(List<Violation> more) {
            return more.isEmpty()
                    ? this
                    : new Reading(
                            Optional.empty(),
                            levels,
                            Stream.concat(problems.stream(), more.stream()).toList(),
                            read,
                            notes);
        }
    }

    /**
     * @param message as the binding of the partner reads the set
     * @param sender who sent it
     */
    static Reading read(ShipNoticeMessage message, SetLevels set, PartnerSwitches partner, PartyId sender) {
        return new MessageReader(message, partner, Optional.of(set)).read(sender);
    }

    /** Of a message alone, as it is agreed with most partners. */
    static Reading read(ShipNoticeMessage message, PartyId sender) {
        return new MessageReader(message, PartnerSwitches.NONE, Optional.empty()).read(sender);
    }

    private Reading read(PartyId sender) {
        if (NoticePurpose.of(message.purpose, partner) == NoticePurpose.UNKNOWN) {
            problem(
                    "PURPOSE_NOT_SUPPORTED",
                    dialect.purpose,
                    dialect.purposes(partner.purposes()) + ", not \"" + message.purpose + "\"");
        }
        if (dialect == Dialect.EDIFACT && message.structure != null && !message.structure.equals(DESPATCH_ADVICE)) {
            problem(
                    "DOCUMENT_NOT_SUPPORTED",
                    "BGM01",
                    "a ship notice is document " + DESPATCH_ADVICE + " (despatch advice), not \"" + message.structure
                            + "\"");
        }
        Shipment shipment = message.shipment == null ? new Shipment() : message.shipment;
        Optional<Elsewhere> elsewhere = set.map(levels -> new Elsewhere(levels, partner));
        Optional<String> shipped = Optional.ofNullable(shipment.shipDate)
                .filter(date -> !partner.shipDateIsNoted() || Texts.isDate(date))
                .or(() -> elsewhere.flatMap(others -> others.shipDate(problems)));
        Optional<LocalDate> shipDate = date(dialect.shipDate, shipped.orElse(null));
        if (shipped.isEmpty()) {
            problem(
                    "SHIP_DATE_MISSING",
                    dialect.shipDate,
                    "neither the shipment level nor another one has a date of shipment");
        }
        Optional<LocalDate> created = date(dialect.date, message.date);
        if (message.date == null) {
            problem("DATE_MISSING", dialect.date, "the notice has no date; send the date it was made");
        }
        LocalTime time = time(message.time);
        Optional<PartyReference> shipTo = partner.shipTo().stream()
                .flatMap(role -> party(shipment, role).stream())
                .findFirst()
                .or(() -> elsewhere.flatMap(others -> others.shipTo(problems)));
        Optional<Gln> shipToGln = gln(shipTo);
        String shipToId = shipTo.filter(p -> !dialect.gln.equals(p.qualifier))
                .map(p -> ours(Texts.orEmpty(p.id)))
                .orElse("");
        Optional<Gln> shipFromGln = gln(dialect.shipFrom.stream()
                .flatMap(role -> party(shipment, role).stream())
                .findFirst());
        set.ifPresent(levels -> RepeatedUnits.check(levels, problems));
        set.filter(SetLevels::isEdifact).ifPresent(this::notShipped);
        LineCollector lines = new LineCollector(problems, message.all, set, partner, dialect);
        lines.collect(shipment);
        if (lines.lines().isEmpty() && problems.isEmpty()) {
            problems.add(new Violation("LINES_MISSING", ViolationPath.WHOLE, "the notice announces no quantity"));
        }
        ShipNoticeId id = id(sender);
        if (!problems.isEmpty()) {
            return new Reading(Optional.empty(), lines.levels(), problems.list(), lines.read(), lines.notes());
        }
        ShipNotice notice = new ShipNotice(
                id,
                created.orElseThrow().atTime(time),
                shipDate.orElseThrow(),
                shipFromGln,
                shipToGln,
                shipToId,
                Texts.orEmpty(shipment.carrier),
                Texts.orEmpty(shipment.billOfLading),
                lines.lines(),
                KeyDataOfLevels.ofNotice(shipment));
        return new Reading(Optional.of(notice), lines.levels(), List.of(), lines.read(), lines.notes());
    }

    /** A line that is deleted, or that is not accepted, announces no goods. */
    private void notShipped(SetLevels levels) {
        levels.nodes().forEach(node -> node.first("LIN")
                .filter(lin -> NOT_SHIPPED.contains(lin.element(2)))
                .ifPresent(lin -> problems.add(new Violation(
                        "LINE_NOT_SHIPPED",
                        ViolationPath.of(Texts.level(node.id()), PathStep.segment("LIN")),
                        "the line is deleted or not accepted (" + lin.element(2)
                                + "); leave it out, or send it without that code"))));
    }

    /** Some partners put something of their own before our code. */
    private String ours(String code) {
        int length = partner.shipToLength();
        return length > 0 && code.length() > length ? code.substring(code.length() - length) : code;
    }

    private ShipNoticeId id(PartyId sender) {
        try {
            return new ShipNoticeId(sender, Texts.orEmpty(message.number));
        } catch (InvalidIdentifierException e) {
            problem("NOTICE_NUMBER_INVALID", dialect.number, e.getMessage());
            return new ShipNoticeId(sender, "--");
        }
    }

    private static Optional<PartyReference> party(Shipment shipment, String role) {
        return shipment.parties.stream().filter(p -> role.equals(p.role)).findFirst();
    }

    private Optional<Gln> gln(Optional<PartyReference> party) {
        try {
            return party.filter(p -> dialect.gln.equals(p.qualifier)).map(p -> new Gln(Texts.orEmpty(p.id)));
        } catch (InvalidIdentifierException e) {
            problem("GLN_INVALID", dialect.party + " " + party.map(p -> p.role).orElse(""), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date(String segment, String text) {
        try {
            return Optional.ofNullable(text).map(Texts::date);
        } catch (DateTimeException e) {
            problem("DATE_INVALID", segment, "\"" + text + "\" is no date (CCYYMMDD)");
            return Optional.empty();
        }
    }

    /** HHMM, HHMMSS, and tenths or hundredths of a second, which are dropped. */
    private LocalTime time(String text) {
        String digits = text == null ? "0000" : text;
        try {
            return digits.length() < 6
                    ? LocalTime.parse(digits, DateTimeFormatter.ofPattern("HHmm"))
                    : LocalTime.parse(digits.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss"));
        } catch (DateTimeException e) {
            problem("TIME_INVALID", dialect.time, "\"" + text + "\" is no time (HHMM or HHMMSS)");
            return LocalTime.MIDNIGHT;
        }
    }

    private void problem(String code, String segment, String text) {
        problems.add(new Violation(code, ViolationPath.of(PathStep.segment(segment)), text));
    }
}
