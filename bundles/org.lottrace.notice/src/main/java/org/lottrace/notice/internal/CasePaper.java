package org.lottrace.notice.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.notice.internal.paper.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Prints a case: first what a reader wants to know, then every fact of the machine-readable export with its name, so that
 * neither document says more than the other.
 */
@Component(service = RecallCasePrint.class)
public final class CasePaper implements RecallCasePrint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDENT = "    ";

    private final UnitOfWork unitOfWork;
    private final RecallReports reports;

    @Activate
    public CasePaper(@Reference UnitOfWork unitOfWork, @Reference RecallReports reports) {
        this.unitOfWork = unitOfWork;
        this.reports = reports;
    }

    @Override
    public Optional<byte[]> pdf(RecallCaseId id) {
        return unitOfWork.required(
                () -> reports.status(id).flatMap(status -> reports.export(id).map(export -> print(status, export))));
    }

    private static byte[] print(StatusReport status, String export) {
        try (Paper paper = new Paper()) {
            paper.heading("Recall case " + status.id());
            summary(status, paper);
            JsonNode everything = JSON.readTree(export);
            section("Every step of the case", everything.get("case"), paper);
            section("Status", everything.get("status"), paper);
            return paper.pdf();
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException("the export of case " + status.id() + " is no JSON", noJson);
        } catch (IOException e) {
            throw new UncheckedIOException("case " + status.id() + " could not be printed", e);
        }
    }

    private static void summary(StatusReport status, Paper paper) {
        paper.line("As of " + status.at() + (status.closed() ? ", closed" : ", open"));
        paper.line(status.opening().mode() + ", class " + status.opening().recallClass() + ", "
                + status.opening().regime());
        paper.line("Reason: " + status.opening().reason());
        paper.line("Hazard: " + status.opening().hazard());
        paper.line("Decided by " + status.opening().decidedBy() + " at "
                + status.opening().decidedAt());
        paper.line("Affected lots: " + status.scope().lots().size() + ", version "
                + status.scope().number() + " of the scope");
        paper.line("Consignees: " + status.consignees().size() + ", told " + status.notified() + ", answered "
                + status.answered());
        paper.line("Open points: " + status.reconciliation().open().size() + ", not signed for "
                + status.reconciliation().unsigned().size());
        status.reconciliation()
                .downstream()
                .forEach(balance -> paper.line("Lot " + balance.lot() + ": shipped " + balance.shipped()
                        + ", recovered " + balance.recoveryPercent() + " %, accounted for "
                        + balance.accountabilityPercent() + " %"));
    }

    private static void section(String title, JsonNode content, Paper paper) {
        paper.space();
        paper.heading(title);
        outline(content, "", paper);
    }

    private static void outline(JsonNode node, String indent, Paper paper) {
        if (node.isArray()) {
            int number = 1;
            for (JsonNode element : node) {
                entry(String.valueOf(number++), element, indent, paper);
            }
        } else {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                entry(member.getKey(), member.getValue(), indent, paper);
            }
        }
    }

    private static void entry(String name, JsonNode content, String indent, Paper paper) {
        if (content.isContainerNode()) {
            paper.line(indent + name);
            outline(content, indent + INDENT, paper);
        } else {
            paper.line(indent + name + ": " + content.asText());
        }
    }
}
