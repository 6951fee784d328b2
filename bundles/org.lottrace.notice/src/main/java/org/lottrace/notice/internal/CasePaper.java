package org.lottrace.notice.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.notice.internal.paper.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Prints a case: first for people, in words and in the time of the company's first site; then, as an annex, every fact of the
 * machine-readable export with its name, so that neither document says more than the other.
 */
@Component(service = RecallCasePrint.class)
public final class CasePaper implements RecallCasePrint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDENT = "    ";
    private static final int IN_ONE_PARAGRAPH = 24;

    private final UnitOfWork unitOfWork;
    private final RecallCases cases;
    private final RecallReports reports;
    private final SiteDirectory sites;
    private final PartnerDirectory partners;
    private final ItemCatalog items;

    @Activate
    public CasePaper(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallCases cases,
            @Reference RecallReports reports,
            @Reference SiteDirectory sites,
            @Reference PartnerDirectory partners,
            @Reference ItemCatalog items) {
        this.unitOfWork = unitOfWork;
        this.cases = cases;
        this.reports = reports;
        this.sites = sites;
        this.partners = partners;
        this.items = items;
    }

    @Override
    public Optional<byte[]> pdf(RecallCaseId id) {
        return unitOfWork.required(() -> cases.find(id).flatMap(recallCase -> reports.status(id)
                .flatMap(status -> reports.export(id).map(export -> print(recallCase, status, export)))));
    }

    private byte[] print(RecallCase recallCase, StatusReport status, String export) {
        Optional<Site> site = sites.all().stream().findFirst();
        Optional<Party> company = site.flatMap(first -> partners.find(first.company()));
        SiteTime time = SiteTime.of(site);
        String footer = company.map(known -> known.name() + " · ").orElse("") + "Recall " + status.id() + " · "
                + time.text(status.at());
        Map<ItemNumber, String> descriptions = new HashMap<>();
        try (Paper paper = new Paper(footer)) {
            new CaseReport(
                            recallCase,
                            status,
                            time,
                            item -> descriptions.computeIfAbsent(item, this::description),
                            paper)
                    .write(company);
            JsonNode everything = JSON.readTree(export);
            annex("Annex A: every step of the case as it is recorded", everything.get("case"), paper);
            annex("Annex B: every figure of its status", everything.get("status"), paper);
            return paper.pdf();
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException("the export of case " + status.id() + " is no JSON", noJson);
        } catch (IOException e) {
            throw new UncheckedIOException("case " + status.id() + " could not be printed", e);
        }
    }

    private String description(ItemNumber item) {
        return items.find(item).map(Item::description).orElse("");
    }

    private static void annex(String title, JsonNode content, Paper paper) {
        paper.section(title);
        paper.small("The names are those of the machine-readable export; times are in UTC.");
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

    /** What has few parts stands in one paragraph. */
    private static void entry(String name, JsonNode content, String indent, Paper paper) {
        List<String> leaves = new ArrayList<>();
        flatten("", content, leaves);
        if (leaves.size() <= IN_ONE_PARAGRAPH) {
            paper.small(indent + name + ": " + String.join(" · ", leaves));
        } else {
            paper.small(indent + name);
            outline(content, indent + INDENT, paper);
        }
    }

    /** Adds every fact with the names on the way to it. */
    private static void flatten(String path, JsonNode content, List<String> leaves) {
        if (!content.isContainerNode()) {
            leaves.add((path + " " + content.asText()).strip());
        } else if (content.isArray()) {
            int number = 1;
            for (JsonNode element : content) {
                flatten((path + " " + number++).strip(), element, leaves);
            }
        } else {
            content.properties()
                    .forEach(member -> flatten((path + " " + member.getKey()).strip(), member.getValue(), leaves));
        }
    }
}
