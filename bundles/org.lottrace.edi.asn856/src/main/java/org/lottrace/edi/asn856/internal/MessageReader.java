package org.lottrace.edi.asn856.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final String GLN = "UL";

    private final ShipNoticeMessage message;
    private final List<Violation> problems = new ArrayList<>();

    private MessageReader(ShipNoticeMessage message) {
        this.message = message;
    }

    /**
     * What a message says.
     *
     * @param notice the ship notice; absent when there are problems
     * @param levels for each line of the notice the HL01 of the level it comes from
     * @param problems why it is none; the field is {@code HL n / what}
     * @param read the quantities and lots that were used
     */
    record Reading(Optional<ShipNotice> notice, List<String> levels, List<Violation> problems, ReadFacts read) {}

    /** @param sender who sent the message */
    static Reading read(ShipNoticeMessage message, PartyId sender) {
        return new MessageReader(message).read(sender);
    }

    private Reading read(PartyId sender) {
        if (NoticePurpose.of(message.purpose) == NoticePurpose.UNKNOWN) {
            problem(
                    "PURPOSE_NOT_SUPPORTED",
                    "BSN01",
                    "a notice is original (00), a change or replacement (04, 05) or a cancellation (01), not \""
                            + message.purpose + "\"");
        }
        Shipment shipment = message.shipment == null ? new Shipment() : message.shipment;
        Optional<LocalDate> shipDate = date("DTM 011", shipment.shipDate);
        if (shipment.shipDate == null) {
            problem("SHIP_DATE_MISSING", "DTM 011", "the shipment level has no date of shipment");
        }
        Optional<LocalDate> created = date("BSN03", message.date);
        LocalTime time = time(message.time);
        Optional<PartyReference> shipTo = party(shipment, "ST");
        Optional<Gln> shipToGln = gln(shipTo);
        String shipToId =
                shipTo.filter(p -> !GLN.equals(p.qualifier)).map(p -> p.id).orElse(null);
        Optional<Gln> shipFromGln = gln(party(shipment, "SF"));
        LineCollector lines = new LineCollector(problems);
        lines.collect(shipment);
        if (lines.lines().isEmpty() && problems.isEmpty()) {
            problems.add(new Violation("LINES_MISSING", ViolationPath.WHOLE, "the notice announces no quantity"));
        }
        ShipNoticeId id = id(sender);
        if (!problems.isEmpty()) {
            return new Reading(Optional.empty(), lines.levels(), problems, lines.read());
        }
        ShipNotice notice = new ShipNotice(
                id,
                created.orElseThrow().atTime(time),
                shipDate.orElseThrow(),
                shipFromGln,
                shipToGln,
                Texts.orEmpty(shipToId),
                Texts.orEmpty(shipment.carrier),
                Texts.orEmpty(shipment.billOfLading),
                lines.lines());
        return new Reading(Optional.of(notice), lines.levels(), List.of(), lines.read());
    }

    private ShipNoticeId id(PartyId sender) {
        try {
            return new ShipNoticeId(sender, Texts.orEmpty(message.number));
        } catch (InvalidIdentifierException e) {
            problem("NOTICE_NUMBER_INVALID", "BSN02", e.getMessage());
            return new ShipNoticeId(sender, "--");
        }
    }

    private static Optional<PartyReference> party(Shipment shipment, String role) {
        return shipment.parties.stream().filter(p -> role.equals(p.role)).findFirst();
    }

    private Optional<Gln> gln(Optional<PartyReference> party) {
        try {
            return party.filter(p -> GLN.equals(p.qualifier)).map(p -> new Gln(Texts.orEmpty(p.id)));
        } catch (InvalidIdentifierException e) {
            problem("GLN_INVALID", "N1 " + party.map(p -> p.role).orElse(""), e.getMessage());
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
            problem("TIME_INVALID", "BSN04", "\"" + text + "\" is no time (HHMM or HHMMSS)");
            return LocalTime.MIDNIGHT;
        }
    }

    private void problem(String code, String segment, String text) {
        problems.add(new Violation(code, ViolationPath.of(PathStep.segment(segment)), text));
    }
}
