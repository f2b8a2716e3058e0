package io.quittance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class PartitionsTest {

    static IntStream counts() {
        return IntStream.rangeClosed(1, 64);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void every_shard_is_in_exactly_one_partition(int count) {
        Map<String, ExecutionContext> cut = Partitions.cut(count);
        List<Long> shards = new ArrayList<>();
        cut.values()
                .forEach(context -> IntStream.range(
                                Math.toIntExact(context.getLong("shardFrom")),
                                Math.toIntExact(context.getLong("shardTo")))
                        .forEach(shard -> shards.add((long) shard)));
        assertThat(cut).hasSize(count);
        assertThat(shards)
                .isEqualTo(IntStream.range(0, 64).asLongStream().boxed().toList());
        assertThat(Partitions.cut(count)).isEqualTo(cut);
    }

    @Test
    void three_partitions_as_they_are_stored() {
        assertThat(Partitions.cut(3).entrySet().stream()
                        .map(cut -> cut.getKey() + " " + cut.getValue().getLong("shardFrom") + "-"
                                + cut.getValue().getLong("shardTo"))
                        .collect(Collectors.joining(", ")))
                .isEqualTo("p00 0-21, p01 21-42, p02 42-64");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1999, 1", "2000, 1", "4000, 2", "127999, 63", "128000, 64", "9000000, 64"})
    void one_partition_for_each_2000_candidates(long candidates, int partitions) {
        assertThat(Partitions.countFor(candidates)).isEqualTo(partitions);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65})
    void other_counts_are_refused(int count) {
        assertThatThrownBy(() -> Partitions.cut(count)).hasMessageContaining("1 to 64");
    }

    /** By hand: printf %s C-0001 | sha256sum | cut -c1-16, read as an unsigned number, mod 64 = its last byte mod 64. */
    @ParameterizedTest
    @CsvSource({"C-0001, 34", "C-0002, 51", "Zoë, 16"})
    void a_contractors_shard_never_changes(String contractor, int shard) {
        assertThat(Shard.of(contractor)).isEqualTo(shard);
    }

    @Test
    void ranges_outside_the_shards_are_refused() {
        assertThatThrownBy(() -> new ShardRange(3, 3)).hasMessageContaining("[3, 3)");
        assertThatThrownBy(() -> new ShardRange(0, 65)).hasMessageContaining("[0, 65)");
        assertThat(ShardRange.all()).isEqualTo(new ShardRange(0, 64));
    }
}
