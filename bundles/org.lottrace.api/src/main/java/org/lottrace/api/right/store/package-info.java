/**
 * Port to the rights to lots. Written by the lot master alone.
 * Store methods return finished values in a stated order and join the caller's unit of work.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.right.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
