#include <stdlib.h>
#include <xlsxwriter.h>
// Gives a series of a chart the numbers that viewers show which do not calculate: the library knows those of plain cells
// alone and takes 0 for a formula's. Returns 0 where memory is short. The library frees the points with the chart.
static inline int chart_series_cache_numbers(lxw_chart_series *series, const double *numbers, uint16_t count) {
    for (uint16_t index = 0; index < count; index++) {
        lxw_series_data_point *point = (lxw_series_data_point *)calloc(1, sizeof(lxw_series_data_point));
        if (!point) return 0;
        point->number = numbers[index];
        STAILQ_INSERT_TAIL(series->values->data_cache, point, list_pointers);
        series->values->num_data_points++;
    }
    series->values->ignore_cache = LXW_TRUE;
    return 1;
}
