/**
 * Trading partners, their addresses and profiles, and the {@code ShipNotice}: what a partner says is on its
 * way, independent of the message that carried it.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.partner;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
