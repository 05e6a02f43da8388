"""Where articles live: the only place that speaks SQL."""
