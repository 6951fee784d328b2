package org.lottrace.console.web.internal.search;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.ScanProblem;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchAnswer;
import org.lottrace.api.overview.SearchHit;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** What a text may mean. When it is the whole name of exactly one thing that has a page, that page comes at once. */
public final class SearchPage implements Page {
    /**
     * @param hits by kind
     * @param searched what was looked for
     * @param problems what is wrong with it when it is a scan
     */
    public record View(String searched, List<Kind> hits, List<String> problems) {}

    /** @param more whether there are more than these */
    public record Kind(String name, List<Row> rows, boolean more) {}

    /** @param link address of its page; absent as long as it has none, or the reader may not see it */
    public record Row(String title, String subtitle, boolean exact, Optional<String> link) {}

    @Override
    public String path() {
        return "search";
    }

    @Override
    public String needs() {
        return "search.find";
    }

    @Override
    public Answer show(Visit visit) {
        SearchAnswer answer = visit.as(Search.class).find(visit.parameters().text("q"));
        Optional<String> only = answer.onlyExact().flatMap(hit -> HitLinks.of(visit, hit));
        return only.<Answer>map(Answer.SeeOther::new)
                .orElseGet(() -> Answer.html(
                        "search/search.jte",
                        new View(
                                answer.text(),
                                answer.kinds().stream()
                                        .map(kind -> kind(visit, kind))
                                        .toList(),
                                problems(visit, answer.text()))));
    }

    private static List<String> problems(Visit visit, String text) {
        return visit.as(Identification.class).read(text).problems().stream()
                .map(ScanProblem::toString)
                .toList();
    }

    private static Kind kind(Visit visit, SearchAnswer.Hits hits) {
        return new Kind(
                visit.texts().lookup("search-kind." + hits.kind().code()),
                hits.hits().stream().map(hit -> row(visit, hit)).toList(),
                hits.more());
    }

    private static Row row(Visit visit, SearchHit hit) {
        return new Row(hit.title(), hit.subtitle(), hit.exact(), HitLinks.of(visit, hit));
    }
}
