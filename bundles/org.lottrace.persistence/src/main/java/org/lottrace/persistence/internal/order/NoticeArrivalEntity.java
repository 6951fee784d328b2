package org.lottrace.persistence.internal.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.partner.ShipNoticeId;

/** A row of {@code notice_arrival}. */
@Entity
@Table(name = "notice_arrival")
public class NoticeArrivalEntity {
    @Id
    @Column(name = "notice", length = 60)
    String notice;

    @Column(name = "arrived_at")
    Instant arrived;

    @Column(name = "due_at")
    Instant due;

    @Column(name = "told")
    boolean told;

    @Column(name = "is_to_be_told")
    boolean toBeTold;

    protected NoticeArrivalEntity() {}

    NoticeArrivalEntity(NoticeArrival of) {
        notice = of.notice().toString();
        arrived = of.arrived();
        due = of.due().orElse(null);
        told = of.told();
        toBeTold = of.isLate() && !of.told();
    }

    /** A party has no slash in its number. */
    NoticeArrival toArrival() {
        int slash = notice.indexOf('/');
        return new NoticeArrival(
                new ShipNoticeId(new PartyId(notice.substring(0, slash)), notice.substring(slash + 1)),
                arrived,
                Optional.ofNullable(due),
                told);
    }
}
