package org.lottrace.movement.capture.internal;

import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.violation.ViolationPath;

/** What is closed takes nothing new: a request is refused, a report is recorded with what it was about. */
final class ClosedMasters {
    private final MasterStepStore steps;

    ClosedMasters(MasterStepStore steps) {
        this.steps = steps;
    }

    void item(ItemNumber item, ViolationPath path, Findings findings) {
        check(MasterReference.of(item), path, findings);
    }

    void party(PartyId party, ViolationPath path, Findings findings) {
        check(MasterReference.of(party), path, findings);
    }

    void site(SiteId site, ViolationPath path, Findings findings) {
        check(MasterReference.of(site), path, findings);
    }

    /** A location of a closed site takes nothing either. */
    void place(SiteId site, LocationId location, ViolationPath path, Findings findings) {
        site(site, path, findings);
        check(MasterReference.of(site, location), path, findings);
    }

    private void check(MasterReference master, ViolationPath path, Findings findings) {
        Optional.ofNullable(steps.closed().get(master)).ifPresent(step -> findings.breach(step.refusal(path)));
    }
}
