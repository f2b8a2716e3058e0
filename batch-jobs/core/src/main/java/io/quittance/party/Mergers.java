package io.quittance.party;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Contractors that turned out to be one: who goes by which id now. Mergers of mergers are followed to their end. */
final class Mergers {

    private final SortedMap<String, String> survivors = new TreeMap<>();

    Mergers(Map<String, String> mergedInto) {
        mergedInto.keySet().forEach(id -> survivors.put(id, end(id, mergedInto)));
    }

    String survivor(String contractor) {
        return survivors.getOrDefault(contractor, contractor);
    }

    Map<String, String> all() {
        return Map.copyOf(survivors);
    }

    private static String end(String id, Map<String, String> mergedInto) {
        var passed = new LinkedHashSet<String>();
        String end = id;
        for (String next = mergedInto.get(end); next != null; next = mergedInto.get(end)) {
            if (!passed.add(end)) {
                throw new IllegalArgumentException("Contractors were merged in a circle: " + String.join(", ", passed));
            }
            end = next;
        }
        return end;
    }
}
