/**
 * Whether LotTrace can be used now. What a check says and when it counts is decided behind {@link
 * org.lottrace.api.health.Health}, once for the page that load balancers ask and for the shell.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
