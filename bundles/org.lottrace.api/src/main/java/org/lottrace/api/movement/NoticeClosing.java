package org.lottrace.api.movement;

import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.partner.ShipNoticeId;

/**
 * The rest of a ship notice is expected no longer: it was short, wrong, or its goods were received otherwise.
 *
 * @param context who decided it, when and at which site
 * @param notice which ship notice
 * @param reason why, for people
 */
public record NoticeClosing(CaptureContext context, ShipNoticeId notice, String reason) {
    public NoticeClosing {
        Objects.requireNonNull(context);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(reason);
    }
}
