package io.quittance.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The highest use of the heap: with the garbage that was not collected yet, and what was alive after a collection. */
final class PeakHeap {

    private static final int MEBI = 1 << 20;

    private final AtomicLong alive = new AtomicLong();

    /** Watches from now on. */
    PeakHeap() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                var collected = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                note(collected.getGcInfo().getMemoryUsageAfterGc());
                            },
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
    }

    private void note(Map<String, MemoryUsage> afterwards) {
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool ->
                        Objects.requireNonNull(afterwards.get(pool.getName())).getUsed())
                .sum();
        alive.accumulateAndGet(used, Math::max);
    }

    @Override
    public String toString() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return "heap of at most %d MiB: at most %d MiB used, %d MiB after a collection"
                .formatted(Runtime.getRuntime().maxMemory() / MEBI, peak / MEBI, alive.get() / MEBI);
    }
}
