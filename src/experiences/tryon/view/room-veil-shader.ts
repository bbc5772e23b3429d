/** Texels of the room's light: so few that nothing of the room can be made out, whatever hangs in it. */
export const LIGHT = { width: 32, height: 24 } as const

/** Colour of the room in each part of the picture, weighted by how little of a person is there. sRGB-coded throughout, as the picture. */
export const SUM_ROOM = `
uniform sampler2D picture;
uniform sampler2D person;
void main() {
	vec4 sum = vec4( 0.0 );
	for ( int y = 0; y < 4; y++ ) {
		for ( int x = 0; x < 4; x++ ) {
			vec2 at = ( floor( gl_FragCoord.xy ) + ( vec2( x, y ) + 0.5 ) * 0.25 ) / vec2( ${LIGHT.width}.0, ${LIGHT.height}.0 );
			// A person's rim is wider than the mask says: hair lets the room through, and must not stain it.
			float room = 1.0 - smoothstep( 0.02, 0.25, texture2D( person, at ).r );
			sum += vec4( texture2D( picture, at ).rgb, 1.0 ) * room;
		}
	}
	gl_FragColor = sum / 16.0;
}
`

/** Spreads it over a third of the picture's width, across whoever stands in between. */
export const SPREAD_ROOM = `
uniform sampler2D summed;
void main() {
	vec4 sum = vec4( vec3( 0.78 ), 1.0 ) * 1e-3;
	for ( int y = 0; y < ${LIGHT.height}; y++ ) {
		for ( int x = 0; x < ${LIGHT.width}; x++ ) {
			vec2 way = vec2( x, y ) + 0.5 - gl_FragCoord.xy;
			float near = exp( - dot( way, way ) / ( 2.0 * 5.0 * 5.0 ) ) + 2e-3;
			sum += texelFetch( summed, ivec2( x, y ), 0 ) * near;
		}
	}
	gl_FragColor = vec4( sum.rgb / sum.a, 1.0 );
}
`

/**
 * Person before light. The mask is four times coarser than a picture, so at its rim it is asked where the picture has this pixel's own colour
 * (joint bilateral upsampling, Kopf et al., SIGGRAPH 2007).
 */
export const VEIL = `
uniform sampler2D picture;
uniform sampler2D person;
uniform sampler2D light;
uniform vec2 size;
float noise( vec2 at ) { return fract( sin( dot( at, vec2( 12.9898, 78.233 ) ) ) * 43758.5453 ) - 0.5; }
void main() {
	vec2 at = gl_FragCoord.xy / size;
	vec3 here = texture2D( picture, at ).rgb;
	float seen = texture2D( person, at ).r;
	if ( seen > 0.02 && seen < 0.98 ) {
		vec2 step = 1.0 / vec2( textureSize( person, 0 ) );
		float sum = 0.0;
		float total = 0.0;
		for ( int y = -2; y <= 2; y++ ) {
			for ( int x = -2; x <= 2; x++ ) {
				vec2 there = at + vec2( x, y ) * step * 1.25;
				vec3 odd = texture2D( picture, there ).rgb - here;
				float like = exp( - dot( odd, odd ) * 60.0 - float( x * x + y * y ) * 0.18 );
				sum += texture2D( person, there ).r * like;
				total += like;
			}
		}
		seen = sum / total;
	}
	seen = smoothstep( 0.3, 0.75, seen );
	vec3 room = texture2D( light, at ).rgb;
	// A step of eight bits is hidden in noise less than one.
	room = mix( vec3( dot( room, vec3( 0.3, 0.59, 0.11 ) ) ), room, 0.7 ) + noise( gl_FragCoord.xy ) / 255.0;
	gl_FragColor = vec4( mix( room, here, seen ), 1.0 );
}
`
