package org.lottrace.edi.warehouse.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.edi.warehouse.internal.ReadReport.Goods;

/** Reads the segments of a 943 or 940 of a partner for whom we run a site, as {@link ReportReader} does those of a report. */
final class ClientDocumentReader {
    /** G6201 (data element 432): delivery or shipment is requested on that day. */
    private static final Set<String> DUE = Set.of("02", "10");

    /** G6201: shipped on that day. */
    private static final String SHIPPED = "11";

    private static final String BILL_OF_LADING = "BM";

    private ClientDocumentReader() {}

    /** X12 943, of which the goods are what is on its way; the lot may say its expiry in N904. */
    static ReadReport transfer(List<SetSegment> segments) {
        ReadReport report = new ReadReport();
        Optional<Goods> current = Optional.empty();
        for (SetSegment segment : segments) {
            switch (segment.tag()) {
                case "W06" -> {
                    report.beginning = "W06";
                    report.status = segment.element(1);
                    report.about = segment.element(2);
                    report.date = segment.element(3);
                    report.number = segment.element(4).isEmpty() ? segment.element(2) : segment.element(4);
                }
                case "N1" -> {
                    if (segment.element(1).equals(ReportReader.SHIP_TO)) {
                        report.receivers.add(segment.element(4));
                    } else {
                        report.takeCommon(segment);
                    }
                }
                case "G62" -> {
                    if (segment.element(1).equals(SHIPPED)) {
                        report.date = segment.element(2);
                    } else {
                        report.unused.add("G62*" + segment.element(1));
                    }
                }
                case "W04" ->
                    current = Optional.of(ReportReader.goods(report, segment, 1, 2, 3, 4, ReportReader.NO_LOT));
                case "N9" -> reference(report, current, segment);
                case "W20" ->
                    current.ifPresent(goods -> keep(goods.keyData, TransferKeyData.weight(segment), report, segment));
                case "W27" -> {
                    report.carrier = segment.element(2);
                    report.keyData.addAll(TransferKeyData.carrier(segment));
                }
                case "MAN" -> ReportReader.unit(report, current, segment);
                case "W03" -> {} // the sum of the lines
                default -> report.takeCommon(segment);
            }
        }
        return report;
    }

    private static void reference(ReadReport report, Optional<Goods> current, SetSegment n9) {
        if (ReportReader.LOT.contains(n9.element(1))) {
            ReportReader.lot(report, current, n9);
            current.ifPresent(goods -> goods.expiry = n9.element(4));
        } else if (n9.element(1).equals(BILL_OF_LADING) && report.billOfLading.isEmpty()) {
            report.billOfLading = n9.element(2);
        } else {
            keep(
                    current.map(goods -> goods.keyData).orElse(report.keyData),
                    TransferKeyData.reference(n9, current.isPresent()),
                    report,
                    n9);
        }
    }

    private static void keep(List<KeyDatum> data, Optional<KeyDatum> datum, ReadReport report, SetSegment segment) {
        datum.ifPresentOrElse(
                data::add,
                () -> report.unused.add(segment.is("N9") ? segment.tag() + "*" + segment.element(1) : segment.tag()));
    }

    /** X12 940, of which the goods are what is to be shipped. */
    static ReadReport order(List<SetSegment> segments) {
        ReadReport report = new ReadReport();
        Optional<Goods> current = Optional.empty();
        for (SetSegment segment : segments) {
            switch (segment.tag()) {
                case "W05" -> {
                    report.beginning = "W05";
                    report.status = segment.element(1);
                    report.number = segment.element(2);
                    report.about = segment.element(3);
                }
                case "N1" -> {
                    if (segment.element(1).equals(ReportReader.SHIP_TO)) {
                        report.receivers.add(segment.element(4));
                    } else {
                        report.takeCommon(segment);
                    }
                }
                case "G62" -> {
                    if (DUE.contains(segment.element(1)) && report.date.isEmpty()) {
                        report.date = segment.element(2);
                    } else {
                        report.unused.add("G62*" + segment.element(1));
                    }
                }
                case "W01" ->
                    current = Optional.of(ReportReader.goods(report, segment, 1, 2, 3, 4, ReportReader.NO_LOT));
                case "N9" -> ReportReader.lot(report, current, segment);
                case "LX", "W76" -> {} // numbers the lines, and the sum of them
                default -> report.takeCommon(segment);
            }
        }
        return report;
    }
}
