package org.lottrace.api.movement;

import org.lottrace.api.partner.ShipNoticeId;
import org.osgi.annotation.versioning.ProviderType;

/** What was agreed about when ship notices come. For services among themselves; each call joins the caller's unit of work or opens one. */
@ProviderType
public interface NoticeArrivals {
    /**
     * Says by when a notice was to be here. Idempotent; does nothing for a notice whose arrival is not known.
     *
     * @param hours after the beginning of its ship date, at the site that receives it: 20 is 20:00, 30 is 06:00 of the next day
     */
    void agree(ShipNoticeId notice, int hours);

    /** Says that somebody was told that the notice was late or came after its goods, or that nobody needs to be. Idempotent. */
    void told(ShipNoticeId notice);
}
