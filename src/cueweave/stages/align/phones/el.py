"""Greek letters and their phones."""

from cueweave.stages.align.phones.table import Table

TABLE = Table(
    vowels="αεηιίουωϊϋ",
    rules="""
    α AA, ε EH, η IY, ι IY, ϊ IY, ο AO, υ IY, ϋ IY, ω AO, αι EH, ει IY, οι IY, υι IY, ου UW, αϊ AY, οϊ OY
    αυ AA V, αυ([θκξπσςτφχψ]) AA F, ευ EH V, ευ([θκξπσςτφχψ]) EH F, ια Y AA, ιο Y AO, ιου Y UW, εια IY AA
    ί IY, αί EH, εί IY, οί IY, υί IY
    β V, γ G, γ([ειίηυ]) Y, γ(αι) Y, γι(α|ο) Y, γγ NG G, γκ G, (V)γκ NG G, γχ NG HH, δ DH, ζ Z, θ TH, κ K, λ L, μ M
    μπ B, (V)μπ M B
    ν N, ντ D, (V)ντ N D, ξ K S, π P, ρ R, σ S, σ([βγδμρλν]) Z, ς S, τ T, τζ D Z, τσ T S, φ F, χ HH, ψ P S
    """,
)
