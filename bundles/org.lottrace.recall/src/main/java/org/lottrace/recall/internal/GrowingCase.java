package org.lottrace.recall.internal;

import java.util.List;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;

/** A locked case to which steps are added as they are found. */
final class GrowingCase {
    private final CaseLog log;
    private final String actor;
    private RecallCase now;

    GrowingCase(CaseLog log, String actor, RecallCase before) {
        this.log = log;
        this.actor = actor;
        now = before;
    }

    void add(List<? extends RecallFact> facts) {
        now = log.append(now, actor, facts);
    }

    RecallCase now() {
        return now;
    }
}
